import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What people see of a session beside the plan: who is there, the agenda, the room. docs/spec/sessions.md (SE8–SE16) */
export class KeepSessionBoards20261122150000 implements MigrationInterface {
  name = 'KeepSessionBoards20261122150000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLES)
    await queryRunner.query(ROW_LEVEL_SECURITY)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('sessions are not dropped'))
  }
}

const TABLES = `
ALTER TABLE session ADD COLUMN showing_goal uuid;
GRANT UPDATE (showing_goal) ON session TO accord_app;
CREATE INDEX entry_of_sessions ON entry (log_id, seq) WHERE kind LIKE 'session.%';
CREATE TABLE session_arrival (
  session_id uuid NOT NULL,
  person_id uuid NOT NULL,
  clinic_id uuid NOT NULL,
  arrived_at timestamptz NOT NULL,
  PRIMARY KEY (session_id, person_id),
  FOREIGN KEY (clinic_id, session_id) REFERENCES session (clinic_id, session_id),
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id)
);
CREATE TABLE session_subject (
  subject_id uuid PRIMARY KEY,
  session_id uuid NOT NULL,
  clinic_id uuid NOT NULL,
  person_id uuid NOT NULL,
  relation text NOT NULL CHECK (relation IN ('client', 'guardian', 'practitioner')),
  key_version integer NOT NULL,
  words bytea NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'now', 'done', 'withdrawn')),
  at timestamptz NOT NULL,
  FOREIGN KEY (clinic_id, session_id) REFERENCES session (clinic_id, session_id),
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id)
);
CREATE INDEX session_subject_of ON session_subject (session_id);
CREATE TABLE session_closing (
  session_id uuid NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  clinic_id uuid NOT NULL,
  person_id uuid NOT NULL,
  key_version integer NOT NULL,
  words bytea NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (session_id, version),
  FOREIGN KEY (clinic_id, session_id) REFERENCES session (clinic_id, session_id),
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id)
);
CREATE TABLE session_room (
  session_id uuid NOT NULL,
  client_id uuid NOT NULL,
  field text NOT NULL CHECK (field IN ('temperature', 'light', 'sound', 'touch', 'scent')),
  clinic_id uuid NOT NULL,
  person_id uuid NOT NULL,
  done boolean NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (session_id, client_id, field),
  FOREIGN KEY (clinic_id, session_id) REFERENCES session (clinic_id, session_id),
  FOREIGN KEY (clinic_id, client_id) REFERENCES membership (clinic_id, person_id),
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id)
);
CREATE TABLE session_settings (
  case_id uuid PRIMARY KEY,
  clinic_id uuid NOT NULL,
  person_id uuid NOT NULL,
  budget integer CHECK (budget BETWEEN 1 AND 999),
  key_version integer NOT NULL,
  call_link bytea,
  at timestamptz NOT NULL,
  FOREIGN KEY (clinic_id, case_id) REFERENCES clinic_case (clinic_id, case_id),
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON session_arrival
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON session_closing
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON session_arrival, session_subject, session_closing, session_room, session_settings
  TO accord_app;
GRANT UPDATE (state) ON session_subject TO accord_app;
GRANT UPDATE (person_id, done, at) ON session_room TO accord_app;
GRANT UPDATE (person_id, budget, key_version, call_link, at) ON session_settings TO accord_app;
`

const MINE = `person_id = ANY ((SELECT accord_people())::uuid[])`
const ITS_SESSION = (table: string) =>
  `EXISTS (SELECT 1 FROM session o WHERE o.session_id = ${table}.session_id)`
/** The writer is a party of the case as it is at that moment. */
const BY_A_PARTY = (table: string, relations: string) => `${MINE}
  AND EXISTS (SELECT 1 FROM session o JOIN case_party p ON p.case_id = o.case_id AND p.until IS NULL
    JOIN clinic_case c ON c.case_id = o.case_id AND c.closed_at IS NULL
    WHERE o.session_id = ${table}.session_id AND p.person_id = ${table}.person_id AND p.relation IN (${relations}))`
const ANYBODY = `'client', 'guardian', 'practitioner'`
const PRACTITIONER = `'practitioner'`

/** A session's own policy says who sees it; what belongs to it is seen with it. (SE3) */
const ROW_LEVEL_SECURITY = `
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['session_arrival', 'session_subject', 'session_closing', 'session_room',
    'session_settings'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_clinic ON %I USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
       WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))', name);
  END LOOP;
END $$;
${['session_arrival', 'session_subject', 'session_closing', 'session_room']
  .map(
    (table) => `CREATE POLICY read_with_its_session ON ${table} AS RESTRICTIVE FOR SELECT
  USING (${ITS_SESSION(table)});`,
  )
  .join('\n')}
CREATE POLICY of_a_session ON entry AS RESTRICTIVE FOR INSERT WITH CHECK (
  kind NOT LIKE 'session.%' OR (relation = 'practitioner' OR kind IN ('session.paused', 'session.resumed'))
    AND EXISTS (SELECT 1 FROM log l WHERE l.log_id = entry.log_id AND l.audience = 'plan'));
CREATE POLICY by_themselves ON session_arrival AS RESTRICTIVE FOR INSERT
  WITH CHECK (${BY_A_PARTY('session_arrival', ANYBODY)});
CREATE POLICY by_themselves ON session_subject AS RESTRICTIVE FOR INSERT
  WITH CHECK (${BY_A_PARTY('session_subject', ANYBODY)});
CREATE POLICY ticked_by_a_party ON session_subject AS RESTRICTIVE FOR UPDATE USING (
  EXISTS (SELECT 1 FROM session o JOIN case_party p ON p.case_id = o.case_id AND p.until IS NULL
    WHERE o.session_id = session_subject.session_id AND p.person_id = ANY ((SELECT accord_people())::uuid[])));
CREATE POLICY by_practitioner ON session_closing AS RESTRICTIVE FOR INSERT
  WITH CHECK (${BY_A_PARTY('session_closing', PRACTITIONER)});
CREATE POLICY by_practitioner ON session_room AS RESTRICTIVE FOR INSERT
  WITH CHECK (${BY_A_PARTY('session_room', PRACTITIONER)});
CREATE POLICY again_by_practitioner ON session_room AS RESTRICTIVE FOR UPDATE USING (true)
  WITH CHECK (${BY_A_PARTY('session_room', PRACTITIONER)});
CREATE POLICY read_in_the_case ON session_settings AS RESTRICTIVE FOR SELECT USING (
  EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = session_settings.case_id AND p.until IS NULL
    AND p.person_id = ANY ((SELECT accord_people())::uuid[]))
  OR EXISTS (SELECT 1 FROM case_supervisor s WHERE s.case_id = session_settings.case_id AND s.until IS NULL
    AND s.person_id = ANY ((SELECT accord_people())::uuid[])));
${['INSERT', 'UPDATE']
  .map(
    (act) => `CREATE POLICY ${act.toLowerCase()}_by_practitioner ON session_settings AS RESTRICTIVE FOR ${act}
  WITH CHECK (${MINE} AND EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = session_settings.case_id
    AND p.until IS NULL AND p.relation = 'practitioner' AND p.person_id = session_settings.person_id));`,
  )
  .join('\n')}
`
