import type { MigrationInterface, QueryRunner } from 'typeorm'
import { eraseWithCase } from '../erasing.js'

/** What clients and guardians say about items of a record that they cannot change. docs/spec/addenda.md */
export class AddToRecords20261125010000 implements MigrationInterface {
  name = 'AddToRecords20261125010000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLE)
    await queryRunner.query(ROW_LEVEL_SECURITY)
    await queryRunner.query(ERASED)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('what clients added is not dropped'))
  }
}

/** `client_id` says whose item it is, where it is one client's own. Words, and the item as it stood, are encrypted. (AD4, AD6) */
const TABLE = `
CREATE TABLE record_addendum (
  case_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('moment', 'session', 'check-in', 'questionnaire', 'barrier', 'safety-plan', 'ending',
    'supervisor-said', 'disclosure')),
  item_id uuid NOT NULL,
  entry integer NOT NULL CHECK (entry >= 0),
  number integer NOT NULL CHECK (number > 0),
  clinic_id uuid NOT NULL,
  client_id uuid,
  person_id uuid NOT NULL,
  at timestamptz NOT NULL,
  key_version integer NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (case_id, kind, item_id, entry, number),
  CHECK ((client_id IS NOT NULL) = (kind IN ('check-in', 'questionnaire', 'barrier', 'safety-plan'))),
  FOREIGN KEY (clinic_id, case_id) REFERENCES clinic_case (clinic_id, case_id),
  FOREIGN KEY (clinic_id, client_id) REFERENCES membership (clinic_id, person_id),
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON record_addendum
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON record_addendum
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON record_addendum TO accord_app;
`

const ME = `ANY ((SELECT accord_people())::uuid[])`
const PARTY = (
  relations: string,
) => `EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = record_addendum.case_id
  AND p.until IS NULL AND p.person_id = ${ME} AND p.relation IN (${relations}))`
const OF_THE_CASE = `(${PARTY(`'client', 'guardian', 'practitioner'`)} OR EXISTS (SELECT 1 FROM case_supervisor s
  WHERE s.case_id = record_addendum.case_id AND s.until IS NULL AND s.person_id = ${ME}))`
const HAS = (table: string, which: string) => `EXISTS (SELECT 1 FROM ${table} i WHERE ${which})`
const HERE = 'i.case_id = record_addendum.case_id'

/** Each item is asked for by the walls of its own table: whoever is not shown it there, finds nothing at it here. (AD6) */
const ITS_ITEM = `CASE kind
  WHEN 'moment' THEN ${HAS('log', `i.log_id = item_id AND ${HERE} AND i.audience IN ('plan', 'confidential')`)}
  WHEN 'session' THEN ${HAS('session', `i.session_id = item_id AND ${HERE}`)}
  WHEN 'check-in' THEN ${HAS('check_in', `i.session_id = item_id AND i.person_id = client_id AND ${HERE}`)}
    AND ${HAS('check_in_version', 'i.session_id = item_id AND i.person_id = client_id')}
  WHEN 'questionnaire' THEN
    ${HAS('questionnaire_request', `i.request_id = item_id AND i.client_id = record_addendum.client_id AND ${HERE}`)}
    AND ${HAS('questionnaire_answer', `i.request_id = item_id AND i.status <> 'in-progress'`)}
  WHEN 'barrier' THEN
    ${HAS('barrier', `i.barrier_id = item_id AND i.client_id = record_addendum.client_id AND ${HERE}`)}
  WHEN 'safety-plan' THEN client_id = item_id
    AND ${HAS('safety_plan_version', `i.person_id = item_id AND i.version = entry AND ${HERE}`)}
  WHEN 'ending' THEN ${HAS('ending', `i.ending_id = item_id AND ${HERE}`)}
    AND ${HAS('ending_pack', 'i.ending_id = item_id')}
  WHEN 'disclosure' THEN ${HAS('disclosure', `i.disclosure_id = item_id AND ${HERE}`)}
  WHEN 'supervisor-said' THEN true
  ELSE false END`

const STILL_READ = `EXISTS (SELECT 1 FROM clinic_case c WHERE c.case_id = record_addendum.case_id
  AND c.erased_at IS NULL AND c.restricted_at IS NULL
  AND (c.closed_at IS NULL OR clients_read_until(c.clinic_id, c.closed_at) > now()))`

/** Read by whoever reads the item; written by a client or guardian who reads it, also once the case is closed. */
const ROW_LEVEL_SECURITY = `
ALTER TABLE record_addendum ENABLE ROW LEVEL SECURITY;
ALTER TABLE record_addendum FORCE ROW LEVEL SECURITY;
CREATE POLICY own_clinic ON record_addendum USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
  WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]));
CREATE POLICY read_with_its_item ON record_addendum AS RESTRICTIVE FOR SELECT TO accord_app
  USING (${OF_THE_CASE} AND ${ITS_ITEM});
CREATE POLICY made_by_its_reader ON record_addendum AS RESTRICTIVE FOR INSERT WITH CHECK (
  person_id = ${ME} AND ${PARTY(`'client', 'guardian'`)} AND ${STILL_READ} AND ${ITS_ITEM});
CREATE POLICY not_while_restricted ON record_addendum AS RESTRICTIVE FOR SELECT TO accord_app USING (
  (SELECT accord_people()) IS NULL
  OR case_id <> ALL (ARRAY(SELECT c.case_id FROM clinic_case c WHERE c.restricted_at IS NOT NULL))
  OR ${PARTY(`'client', 'guardian'`)});
`

const ERASED = eraseWithCase([{ table: 'record_addendum', rows: 'case_id = kase', turn: 1 }])
