import type { MigrationInterface, QueryRunner } from 'typeorm'
import { eraseWithCase, letTheEraserIn } from '../erasing.js'

/** What people ask a practice to do with their record, how long it is kept, and that nobody works with it. docs/spec/requests.md */
export class AskForOnesRecord20261124020000 implements MigrationInterface {
  name = 'AskForOnesRecord20261124020000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(RESTRICTED)
    await queryRunner.query(TABLES)
    await queryRunner.query(ROW_LEVEL_SECURITY)
    await queryRunner.query(WHO)
    await queryRunner.query(GRANTS)
    await queryRunner.query(LETTERS)
    await queryRunner.query(NOT_READ_WHILE_RESTRICTED)
    await queryRunner.query(ERASED)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('what was asked and answered is kept'))
  }
}

/** A restricted case is closed at every moment, so that every wall that keeps writing out of a closed case stands. (DR30) */
const RESTRICTED = `
ALTER TABLE clinic_case
  ADD COLUMN restricted_at timestamptz,
  ADD CONSTRAINT restricted_is_closed CHECK (restricted_at IS NULL OR closed_at IS NOT NULL);
CREATE INDEX clinic_case_restricted ON clinic_case (case_id) WHERE restricted_at IS NOT NULL;
GRANT UPDATE (restricted_at) ON clinic_case TO accord_app;
`

/** Words are encrypted with the clinic's key: they are about a person, not in a case. Empty once the case is erased. (DR15, DR26) */
const TABLES = `
CREATE TABLE data_request (
  request_id uuid PRIMARY KEY,
  clinic_id uuid NOT NULL,
  person_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('access', 'rectification', 'restriction', 'erasure')),
  case_id uuid,
  state text NOT NULL CHECK (state IN ('received', 'extended', 'granted', 'refused', 'withdrawn')),
  received_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL CHECK (due_at > received_at AND due_at <= received_at + interval '3 months 1 day'),
  words bytea NOT NULL,
  extended_at timestamptz,
  extended_by uuid,
  extension bytea,
  settled_at timestamptz,
  settled_by uuid,
  answer bytea,
  UNIQUE (clinic_id, request_id),
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id),
  FOREIGN KEY (clinic_id, case_id) REFERENCES clinic_case (clinic_id, case_id),
  CHECK ((extended_at IS NULL) = (extended_by IS NULL)),
  CHECK ((settled_at IS NULL) = (state IN ('received', 'extended')))
);
CREATE INDEX data_request_of_person ON data_request (clinic_id, person_id, received_at);
CREATE TABLE requested_case (
  request_id uuid NOT NULL,
  case_id uuid NOT NULL,
  clinic_id uuid NOT NULL,
  asked_by uuid NOT NULL,
  fate text NOT NULL CHECK (fate IN ('restricted', 'to-erase', 'shared', 'erased', 'lifted')),
  since timestamptz NOT NULL,
  lifted_by uuid,
  lifted_why bytea,
  PRIMARY KEY (request_id, case_id),
  FOREIGN KEY (clinic_id, asked_by) REFERENCES membership (clinic_id, person_id),
  FOREIGN KEY (clinic_id, request_id) REFERENCES data_request (clinic_id, request_id),
  FOREIGN KEY (clinic_id, case_id) REFERENCES clinic_case (clinic_id, case_id),
  CHECK ((lifted_by IS NULL) = (fate <> 'lifted'))
);
CREATE INDEX requested_case_waits ON requested_case (clinic_id, case_id) WHERE fate IN ('restricted', 'to-erase', 'shared');
CREATE TABLE retention_choice (
  clinic_id uuid NOT NULL REFERENCES clinic,
  version integer NOT NULL CHECK (version > 0),
  codes text[] NOT NULL,
  chosen_by uuid NOT NULL,
  chosen_at timestamptz NOT NULL,
  PRIMARY KEY (clinic_id, version),
  FOREIGN KEY (clinic_id, chosen_by) REFERENCES membership (clinic_id, person_id)
);
CREATE TABLE legal_hold (
  hold_id uuid PRIMARY KEY,
  clinic_id uuid NOT NULL,
  case_id uuid NOT NULL,
  reason bytea NOT NULL,
  placed_by uuid NOT NULL,
  placed_at timestamptz NOT NULL,
  lifted_by uuid,
  lifted_at timestamptz,
  FOREIGN KEY (clinic_id, case_id) REFERENCES clinic_case (clinic_id, case_id),
  FOREIGN KEY (clinic_id, placed_by) REFERENCES membership (clinic_id, person_id),
  CHECK ((lifted_by IS NULL) = (lifted_at IS NULL))
);
CREATE UNIQUE INDEX legal_hold_standing ON legal_hold (case_id) WHERE lifted_at IS NULL;
`

const ROW_LEVEL_SECURITY = `
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['data_request', 'requested_case', 'retention_choice', 'legal_hold'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_clinic ON %I USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
      WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))', name);
    EXECUTE format('CREATE TRIGGER never_truncated BEFORE TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
  END LOOP;
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON retention_choice
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
`

const ME = (column: string) => `${column} = ANY ((SELECT accord_people())::uuid[])`
const ADMINISTERS = (
  table: string,
) => `EXISTS (SELECT 1 FROM membership m WHERE m.clinic_id = ${table}.clinic_id
  AND 'administrator' = ANY (m.roles) AND ${ME('m.person_id')})`

/** A request is its asker's and the administrators'; what becomes due is found in nobody's name, and holds no words. (DR15) */
const WHO = `
CREATE POLICY read_by_asker_and_desk ON data_request AS RESTRICTIVE FOR SELECT TO accord_app USING (
  ${ME('person_id')} OR ${ADMINISTERS('data_request')});
CREATE POLICY asked_by_oneself ON data_request AS RESTRICTIVE FOR INSERT TO accord_app WITH CHECK (
  ${ME('person_id')} AND state = 'received'
  AND (case_id IS NULL OR EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = data_request.case_id
    AND p.person_id = data_request.person_id AND p.relation IN ('client', 'guardian'))));
CREATE POLICY settled_by_asker_or_desk ON data_request AS RESTRICTIVE FOR UPDATE TO accord_app USING (
  ${ME('person_id')} OR ${ADMINISTERS('data_request')})
  WITH CHECK (CASE state WHEN 'withdrawn' THEN ${ME('person_id')} ELSE ${ADMINISTERS('data_request')} END);
CREATE POLICY chosen_by_the_desk ON retention_choice AS RESTRICTIVE FOR INSERT TO accord_app WITH CHECK (
  ${ME('chosen_by')} AND ${ADMINISTERS('retention_choice')});
CREATE POLICY placed_by_the_desk ON legal_hold AS RESTRICTIVE FOR INSERT TO accord_app WITH CHECK (
  ${ME('placed_by')} AND ${ADMINISTERS('legal_hold')});
CREATE POLICY lifted_by_the_desk ON legal_hold AS RESTRICTIVE FOR UPDATE TO accord_app USING (
  ${ADMINISTERS('legal_hold')}) WITH CHECK (${ME('lifted_by')});
`

const GRANTS = `
GRANT SELECT, INSERT ON data_request, requested_case, retention_choice, legal_hold TO accord_app;
GRANT UPDATE (state, due_at, extended_at, extended_by, extension, settled_at, settled_by, answer) ON data_request TO accord_app;
GRANT UPDATE (fate, since, lifted_by, lifted_why) ON requested_case TO accord_app;
GRANT UPDATE (lifted_by, lifted_at) ON legal_hold TO accord_app;
`

const LETTERS = `
ALTER TABLE mail DROP CONSTRAINT mail_kind_check;
ALTER TABLE mail ADD CONSTRAINT mail_kind_check CHECK (kind IN ('welcome', 'reset', 'reset-at-practice', 'new-device',
  'sign-in-changed', 'request-came', 'request-answered'));
`

/**
 * Whoever asks in somebody's name is shown what hangs on a restricted case if one of them is its client or guardian, and
 * else nothing of it. The cases are found once a statement, by an index of those few. Relations stay, so that the
 * refusal can say why. (DR31)
 */
const NOT_READ_WHILE_RESTRICTED = `
DO $$
DECLARE wanted record;
BEGIN
  FOR wanted IN SELECT c.table_name AS name FROM information_schema.columns c
    JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
    WHERE c.table_schema = 'public' AND c.column_name = 'case_id' AND t.table_type = 'BASE TABLE'
      AND c.table_name NOT IN ('clinic_case', 'case_party', 'case_supervisor', 'data_request', 'requested_case',
        'legal_hold', 'audit_event', 'alert')
  LOOP
    EXECUTE format('CREATE POLICY not_while_restricted ON %1$I AS RESTRICTIVE FOR SELECT TO accord_app USING (
      (SELECT accord_people()) IS NULL OR case_id IS NULL
      OR case_id <> ALL (ARRAY(SELECT c.case_id FROM clinic_case c WHERE c.restricted_at IS NOT NULL))
      OR EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = %1$I.case_id AND p.relation IN (''client'', ''guardian'')
        AND p.person_id = ANY ((SELECT accord_people())::uuid[])))', wanted.name);
  END LOOP;
END $$;
`

/** What a person wrote and why a case was held go with the case; that it was asked and what was answered stays. (DR26) */
const ERASED = `
GRANT SELECT (request_id, case_id) ON requested_case TO accord_eraser;
${letTheEraserIn('requested_case')}
${eraseWithCase([
  {
    table: 'data_request',
    rows: 'case_id = kase OR request_id IN (SELECT f.request_id FROM requested_case f WHERE f.case_id = kase)',
    emptied: 'words',
    turn: 5,
  },
  { table: 'legal_hold', rows: 'case_id = kase', emptied: 'reason', turn: 5 },
])}
`
