import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Why somebody looked: asked once, answered once, changed by nobody; words are encrypted with the plan's key. (AC11) */
export class AskAboutLooks20261122090000 implements MigrationInterface {
  name = 'AskAboutLooks20261122090000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLES)
    await queryRunner.query(ROW_LEVEL_SECURITY)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('what was asked and answered is kept'))
  }
}

const TABLES = `
CREATE TABLE look_question (
  access_event_id uuid PRIMARY KEY REFERENCES access_event,
  clinic_id uuid NOT NULL,
  case_id uuid NOT NULL,
  asked_by uuid NOT NULL,
  at timestamptz NOT NULL,
  key_version integer NOT NULL,
  words bytea NOT NULL,
  FOREIGN KEY (clinic_id, case_id) REFERENCES clinic_case (clinic_id, case_id)
);
CREATE INDEX look_question_case ON look_question (case_id);
CREATE TABLE look_answer (
  access_event_id uuid PRIMARY KEY REFERENCES look_question,
  clinic_id uuid NOT NULL REFERENCES clinic,
  answered_by uuid NOT NULL,
  at timestamptz NOT NULL,
  key_version integer NOT NULL,
  words bytea NOT NULL
);
`

/** Whoever looked answers, nobody for them; a party asks. The process cannot forget to ask. (AC11) */
const ROW_LEVEL_SECURITY = `
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['look_question', 'look_answer'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_clinic ON %I USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
       WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))', name);
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('CREATE TRIGGER never_truncated BEFORE TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
  END LOOP;
END $$;
CREATE POLICY asked_by_a_party ON look_question AS RESTRICTIVE FOR INSERT WITH CHECK (
  EXISTS (SELECT 1 FROM access_event e JOIN case_party p ON p.case_id = e.case_id AND p.until IS NULL
    WHERE e.access_event_id = look_question.access_event_id AND e.case_id = look_question.case_id
      AND p.person_id = asked_by AND p.relation IN ('client', 'guardian')));
CREATE POLICY answered_by_who_looked ON look_answer AS RESTRICTIVE FOR INSERT WITH CHECK (
  EXISTS (SELECT 1 FROM access_event e
    WHERE e.access_event_id = look_answer.access_event_id AND e.person_id = answered_by));
GRANT SELECT, INSERT ON look_question, look_answer TO accord_app;
`
