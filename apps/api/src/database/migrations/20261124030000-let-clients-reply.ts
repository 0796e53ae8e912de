import type { MigrationInterface, QueryRunner } from 'typeorm'
import { eraseWithCase } from '../erasing.js'

/** What a client or guardian says about a note that is shown to them, beside what is signed. (TO10–TO12) */
export class LetClientsReply20261124030000 implements MigrationInterface {
  name = 'LetClientsReply20261124030000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLE)
    await queryRunner.query(ROW_LEVEL_SECURITY)
    await queryRunner.query(ERASED)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('what clients said is not dropped'))
  }
}

const TABLE = `
CREATE TABLE note_reply (
  note_id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  clinic_id uuid NOT NULL,
  person_id uuid NOT NULL,
  at timestamptz NOT NULL,
  key_version integer NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (note_id, number),
  FOREIGN KEY (clinic_id, note_id) REFERENCES note (clinic_id, note_id),
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON note_reply FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON note_reply FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON note_reply TO accord_app;
`

const ME = `ANY ((SELECT accord_people())::uuid[])`
const PARTY = (relations: string) => `EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = note.case_id
  AND p.until IS NULL AND p.person_id = ${ME} AND p.relation IN (${relations}))`
const STAFF = `(${PARTY(`'practitioner'`)} OR EXISTS (SELECT 1 FROM case_supervisor s
  WHERE s.case_id = note.case_id AND s.until IS NULL AND s.person_id = ${ME}))`
const SHOWN = `(note.state IN ('signed', 'co-signed', 'amended') AND note.shown_from <= now() AND (
  (note.shown_to <> 'nobody' AND ${PARTY(`'client'`)})
  OR (note.shown_to = 'everybody' AND ${PARTY(`'guardian'`)})))`
const ITS_NOTE = (when: string) =>
  `EXISTS (SELECT 1 FROM note WHERE note.note_id = note_reply.note_id AND ${when})`

/** Read by whoever reads the note; written by a client or guardian to whom it is shown. */
const ROW_LEVEL_SECURITY = `
ALTER TABLE note_reply ENABLE ROW LEVEL SECURITY;
ALTER TABLE note_reply FORCE ROW LEVEL SECURITY;
CREATE POLICY own_clinic ON note_reply USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
  WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]));
CREATE POLICY read_as_shown ON note_reply AS RESTRICTIVE FOR SELECT USING (${ITS_NOTE(`(${STAFF} OR ${SHOWN})`)});
CREATE POLICY made_by_its_reader ON note_reply AS RESTRICTIVE FOR INSERT WITH CHECK (
  person_id = ${ME} AND ${ITS_NOTE(SHOWN)});
`

const ERASED = eraseWithCase([
  { table: 'note_reply', rows: 'note_id IN (SELECT note_id FROM note WHERE case_id = kase)', turn: 1 },
])
