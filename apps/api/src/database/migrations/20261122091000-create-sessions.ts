import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The meetings of a case, each with its steps from scheduled to signed. docs/spec/sessions.md */
export class CreateSessions20261122091000 implements MigrationInterface {
  name = 'CreateSessions20261122091000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLES)
    await queryRunner.query(ROW_LEVEL_SECURITY)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('sessions are not dropped'))
  }
}

const TABLES = `
CREATE TABLE session (
  session_id uuid PRIMARY KEY,
  clinic_id uuid NOT NULL,
  case_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('work', 'getting-to-know-you')),
  place text NOT NULL CHECK (place IN ('room', 'remote')),
  scheduled_for timestamptz NOT NULL,
  minutes integer NOT NULL CHECK (minutes BETWEEN 5 AND 480),
  state text NOT NULL CHECK (state IN ('scheduled', 'live', 'ended', 'noted', 'signed', 'cancelled')),
  UNIQUE (clinic_id, session_id),
  UNIQUE (case_id, session_id),
  FOREIGN KEY (clinic_id, case_id) REFERENCES clinic_case (clinic_id, case_id)
);
CREATE UNIQUE INDEX session_live ON session (case_id) WHERE state = 'live';
CREATE INDEX session_of_case ON session (case_id, scheduled_for);
CREATE TABLE session_step (
  session_id uuid NOT NULL,
  clinic_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('scheduled', 'live', 'ended', 'noted', 'signed', 'cancelled')),
  at timestamptz NOT NULL,
  person_id uuid NOT NULL,
  PRIMARY KEY (session_id, state),
  FOREIGN KEY (clinic_id, session_id) REFERENCES session (clinic_id, session_id),
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON session_step
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON session_step
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON session, session_step TO accord_app;
GRANT UPDATE (state, scheduled_for, minutes) ON session TO accord_app;
`

/** Who is reading and who is writing is asked of the relations as they are at that moment. (SE3) */
const ROW_LEVEL_SECURITY = `
ALTER TABLE session ENABLE ROW LEVEL SECURITY;
ALTER TABLE session FORCE ROW LEVEL SECURITY;
ALTER TABLE session_step ENABLE ROW LEVEL SECURITY;
ALTER TABLE session_step FORCE ROW LEVEL SECURITY;
CREATE POLICY own_clinic ON session USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
  WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]));
CREATE POLICY own_clinic ON session_step USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
  WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]));
CREATE POLICY read_in_the_case ON session AS RESTRICTIVE FOR SELECT USING (
  EXISTS (SELECT 1 FROM case_party p
    WHERE p.case_id = session.case_id AND p.until IS NULL
      AND p.person_id = ANY ((SELECT accord_people())::uuid[]))
  OR EXISTS (SELECT 1 FROM case_supervisor s
    WHERE s.case_id = session.case_id AND s.until IS NULL
      AND s.person_id = ANY ((SELECT accord_people())::uuid[])));
CREATE POLICY read_with_its_session ON session_step AS RESTRICTIVE FOR SELECT USING (
  EXISTS (SELECT 1 FROM session o WHERE o.session_id = session_step.session_id));
CREATE POLICY scheduled_by_practitioner ON session AS RESTRICTIVE FOR INSERT WITH CHECK (
  EXISTS (SELECT 1 FROM clinic_case c WHERE c.case_id = session.case_id AND c.closed_at IS NULL)
  AND EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = session.case_id AND p.until IS NULL
    AND p.relation = 'practitioner' AND p.person_id = ANY ((SELECT accord_people())::uuid[])));
CREATE POLICY moved_by_practitioner ON session AS RESTRICTIVE FOR UPDATE USING (
  EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = session.case_id AND p.until IS NULL
    AND p.relation = 'practitioner' AND p.person_id = ANY ((SELECT accord_people())::uuid[])));
CREATE POLICY made_by_themselves ON session_step AS RESTRICTIVE FOR INSERT WITH CHECK (
  person_id = ANY ((SELECT accord_people())::uuid[])
  AND EXISTS (SELECT 1 FROM session o JOIN case_party p ON p.case_id = o.case_id
    WHERE o.session_id = session_step.session_id AND p.until IS NULL
      AND p.relation = 'practitioner' AND p.person_id = session_step.person_id));
`
