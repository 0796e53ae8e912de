import type { MigrationInterface, QueryRunner } from 'typeorm'
import { eraseWithCase, letTheEraserIn, type ErasedTable } from '../erasing.js'

/** Erasing what is kept of a case, for good. docs/spec/erasure.md has the inventory. */
export class EraseCases20261124010000 implements MigrationInterface {
  name = 'EraseCases20261124010000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(ERASER)
    await queryRunner.query(ERASURES)
    await queryRunner.query(ONLY_EXCEPTION)
    await queryRunner.query(ENTRIES)
    await queryRunner.query(eraseWithCase(TABLES))
    await queryRunner.query(NOTHING_LATER)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('what was erased does not come back'))
  }
}

/** Nobody signs in as it; the owner steps into it to give it the functions. (ER3) */
const ERASER = `
DO $$
BEGIN
  CREATE ROLE accord_eraser NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- Roles belong to the whole cluster: another database made it.
END $$;
DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'accord_eraser', 'SET') THEN
    GRANT accord_eraser TO CURRENT_USER WITH INHERIT FALSE, SET TRUE;
  END IF;
END $$;
GRANT USAGE ON SCHEMA public TO accord_eraser;
`

/** What was to be erased, why, and when it was finished: written down before anything is destroyed. No words. (ER1, ER2) */
const ERASURES = `
ALTER TABLE clinic_case ADD COLUMN erased_at timestamptz;
ALTER TABLE clinic_case ADD CHECK (erased_at IS NULL OR closed_at IS NOT NULL);
CREATE TABLE erasure (
  subject_id uuid NOT NULL,
  clinic_id uuid NOT NULL REFERENCES clinic (clinic_id),
  what text NOT NULL CHECK (what IN ('case', 'person')),
  asked_by uuid,
  request_id uuid,
  rule text,
  begun_at timestamptz NOT NULL,
  finished_at timestamptz,
  PRIMARY KEY (clinic_id, subject_id)
);
CREATE INDEX erasure_unfinished ON erasure (clinic_id) WHERE finished_at IS NULL;
ALTER TABLE erasure ENABLE ROW LEVEL SECURITY;
ALTER TABLE erasure FORCE ROW LEVEL SECURITY;
CREATE POLICY own_clinic ON erasure USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
  WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]));
CREATE POLICY erased_by_eraser ON erasure TO accord_eraser USING (true) WITH CHECK (true);
CREATE TRIGGER never_deleted BEFORE DELETE ON erasure FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON erasure FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT ON erasure TO accord_app;
GRANT SELECT, INSERT, UPDATE (finished_at) ON erasure TO accord_eraser;
`

/**
 * History refuses to be changed by whoever asks, the owner included. The one exception is a role, never a setting; and
 * what that role may do to which table its grants say. An entry may be emptied and nothing else. (ER3, HI1)
 */
const ONLY_EXCEPTION = `
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'accord_eraser' AND TG_OP <> 'TRUNCATE' THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  RAISE EXCEPTION '% on % is refused: history is append-only', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION refuse_new_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an entry is emptied or left as it is' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER only_emptied BEFORE UPDATE ON entry FOR EACH ROW WHEN (NEW.content IS NOT NULL)
  EXECUTE FUNCTION refuse_new_words();
`

const LOGS = ['log', 'log_head', 'entry', 'alert', 'clinic_case', 'case_party', 'case_supervisor']

/** What the eraser does in logs and to the outside of a case. Parties write as before, so that is asked of their roles. */
const ENTRIES = `
GRANT SELECT ON log, alert TO accord_eraser;
GRANT SELECT, UPDATE (seq, hash, at_ms, epoch) ON log_head TO accord_eraser;
GRANT SELECT, INSERT, UPDATE (content) ON entry TO accord_eraser;
GRANT SELECT (case_id, clinic_id, closed_at, erased_at), UPDATE (closed_at, erased_at) ON clinic_case TO accord_eraser;
GRANT SELECT (case_id, until), UPDATE (until) ON case_party, case_supervisor TO accord_eraser;
${LOGS.map(letTheEraserIn).join('\n')}
ALTER POLICY written_by_a_party ON entry TO accord_app, accord_committer;
ALTER POLICY of_a_session ON entry TO accord_app, accord_committer;
ALTER TABLE access_event DROP CONSTRAINT access_event_session_id_fkey;
`

const HERE = 'case_id = kase'
const IN = (column: string, table: string) =>
  `${column} IN (SELECT ${column} FROM ${table} WHERE case_id = kase)`

/** Of every table with words or clinical facts of a case. */
const TABLES: readonly ErasedTable[] = [
  { table: 'agenda_item', rows: HERE, turn: 1 },
  { table: 'barrier_entry', rows: IN('barrier_id', 'barrier'), turn: 1 },
  { table: 'case_phase', rows: HERE, turn: 1 },
  { table: 'check_in_version', rows: IN('session_id', 'session'), turn: 1 },
  { table: 'comfort_version', rows: HERE, turn: 1 },
  { table: 'disclosure', rows: HERE, turn: 1 },
  { table: 'emergency_end', rows: IN('access_id', 'emergency_access'), turn: 1 },
  { table: 'emergency_reason', rows: IN('access_id', 'emergency_access'), turn: 1 },
  { table: 'emergency_review', rows: IN('access_id', 'emergency_access'), turn: 1 },
  { table: 'ending_addendum', rows: IN('ending_id', 'ending'), turn: 1 },
  { table: 'first_session_tick', rows: HERE, turn: 1 },
  {
    table: 'look_answer',
    rows: IN('access_event_id', 'look_question'),
    turn: 1,
  },
  { table: 'note_release', rows: IN('note_id', 'note'), turn: 1 },
  { table: 'note_amendment', rows: IN('note_id', 'note'), turn: 1 },
  { table: 'note_co_signing', rows: IN('note_id', 'note'), turn: 1 },
  { table: 'note_draft', rows: IN('note_id', 'note'), turn: 1 },
  { table: 'plan_checkpoint', rows: IN('log_id', 'log'), turn: 1 },
  { table: 'plan_seen', rows: IN('log_id', 'log'), turn: 1 },
  { table: 'questionnaire_answer', rows: IN('request_id', 'questionnaire_request'), turn: 1 },
  { table: 'reflection', rows: IN('book_id', 'reflection_book'), turn: 1 },
  { table: 'repair_step', rows: HERE, turn: 1 },
  { table: 'safety_acknowledgement', rows: IN('alert_id', 'safety_alert'), turn: 1 },
  { table: 'safety_escalation', rows: IN('alert_id', 'safety_alert'), turn: 1 },
  { table: 'safety_plan_version', rows: HERE, turn: 1 },
  { table: 'session_arrival', rows: IN('session_id', 'session'), turn: 1 },
  { table: 'session_closing', rows: IN('session_id', 'session'), turn: 1 },
  { table: 'session_room', rows: IN('session_id', 'session'), turn: 1 },
  { table: 'session_settings', rows: HERE, turn: 1 },
  { table: 'session_step', rows: IN('session_id', 'session'), turn: 1 },
  { table: 'session_subject', rows: IN('session_id', 'session'), turn: 1 },
  { table: 'barrier', rows: HERE, turn: 2 },
  { table: 'check_in', rows: HERE, turn: 2 },
  { table: 'consent', rows: HERE, turn: 2 },
  { table: 'emergency_access', rows: HERE, turn: 2 },
  { table: 'ending_pack', rows: IN('ending_id', 'ending'), turn: 2 },
  { table: 'look_question', rows: HERE, turn: 2 },
  { table: 'note_signed', rows: IN('note_id', 'note'), turn: 2 },
  { table: 'reflection_book', rows: HERE, turn: 2, keys: 'book_id' },
  { table: 'safety_alert', rows: HERE, turn: 2 },
  { table: 'ending_act', rows: IN('ending_id', 'ending'), turn: 3 },
  { table: 'note', rows: HERE, turn: 3 },
  { table: 'questionnaire_request', rows: HERE, turn: 3 },
  { table: 'ending', rows: HERE, turn: 4 },
  { table: 'session', rows: HERE, turn: 4 },
  // Who knew of an alarm stays on record; what they noted about it does not. (HI23)
  {
    table: 'alert_acknowledgement',
    rows: `alert_id IN (SELECT alert_id FROM alert a JOIN log l USING (log_id) WHERE l.case_id = kase)`,
    emptied: 'note',
    keys: 'acknowledgement_id',
    turn: 5,
  },
]

/** Whoever was about to write when it began comes too late, also where no party is asked for. (ER5) */
const NOTHING_LATER = ['case_phase', 'look_question']
  .map((table) => noMore(table, 'case_id'))
  .concat(['plan_checkpoint', 'plan_seen'].map((table) => noMore(table, 'log_id')))
  .join('\n')

function noMore(table: string, column: 'case_id' | 'log_id'): string {
  const of = column === 'case_id' ? '' : 'JOIN log l ON l.case_id = c.case_id'
  const from = column === 'case_id' ? 'c' : 'l'
  return `CREATE POLICY not_once_erased ON ${table} AS RESTRICTIVE FOR INSERT WITH CHECK (NOT EXISTS (
    SELECT 1 FROM clinic_case c ${of} WHERE ${from}.${column} = ${table}.${column} AND c.erased_at IS NOT NULL));`
}
