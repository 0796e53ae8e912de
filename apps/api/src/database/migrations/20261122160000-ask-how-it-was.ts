import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Check-ins after sessions, the record of repairs, and a clinic's own thresholds. docs/spec/alliance.md */
export class AskHowItWas20261122160000 implements MigrationInterface {
  name = 'AskHowItWas20261122160000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(CHECK_INS)
    await queryRunner.query(WHO_SEES_CHECK_INS)
    await queryRunner.query(REPAIRS)
    await queryRunner.query(THRESHOLDS)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('what clients answered is not dropped'))
  }
}

/**
 * `check_in` says of which version a check-in is and to whom it is shown; the answers stand in `check_in_version`, of
 * which no row is changed. (CI2)
 */
const CHECK_INS = `
CREATE TABLE check_in (
  session_id uuid NOT NULL,
  person_id uuid NOT NULL,
  clinic_id uuid NOT NULL,
  case_id uuid NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  shown_to text NOT NULL CHECK (shown_to IN ('now', 'after-talk', 'supervisor')),
  PRIMARY KEY (session_id, person_id),
  FOREIGN KEY (clinic_id, case_id) REFERENCES clinic_case (clinic_id, case_id),
  FOREIGN KEY (case_id, session_id) REFERENCES session (case_id, session_id),
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id)
);
CREATE INDEX check_in_of_case ON check_in (case_id);
CREATE TABLE check_in_version (
  session_id uuid NOT NULL,
  person_id uuid NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  clinic_id uuid NOT NULL,
  at timestamptz NOT NULL,
  shown_to text NOT NULL CHECK (shown_to IN ('now', 'after-talk', 'supervisor')),
  key_version integer NOT NULL,
  content bytea,
  PRIMARY KEY (session_id, person_id, version),
  FOREIGN KEY (session_id, person_id) REFERENCES check_in (session_id, person_id),
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id)
);
CREATE TRIGGER never_removed BEFORE DELETE ON check_in FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON check_in
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON check_in_version
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON check_in_version
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON check_in, check_in_version TO accord_app;
GRANT UPDATE (version, shown_to) ON check_in TO accord_app;
`

/**
 * The second wall. A practitioner finds that there is a check-in unless it is for the supervisor only; what is in its
 * latest version is shown as its client chose: now, once a later session has ended, or to the supervisor only. (CI3)
 */
const WHO_SEES_CHECK_INS = `
ALTER TABLE check_in ENABLE ROW LEVEL SECURITY;
ALTER TABLE check_in FORCE ROW LEVEL SECURITY;
ALTER TABLE check_in_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE check_in_version FORCE ROW LEVEL SECURITY;
CREATE POLICY own_clinic ON check_in USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
  WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]));
CREATE POLICY own_clinic ON check_in_version USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
  WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]));
CREATE POLICY read_by_its_client_and_staff ON check_in AS RESTRICTIVE FOR SELECT USING (
  EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = check_in.case_id AND p.until IS NULL
    AND p.person_id = ANY ((SELECT accord_people())::uuid[])
    AND ((p.relation = 'client' AND p.person_id = check_in.person_id)
      OR (p.relation = 'practitioner' AND check_in.shown_to <> 'supervisor')))
  OR EXISTS (SELECT 1 FROM case_supervisor s WHERE s.case_id = check_in.case_id AND s.until IS NULL
    AND s.person_id = ANY ((SELECT accord_people())::uuid[])));
CREATE POLICY written_by_its_client ON check_in AS RESTRICTIVE FOR INSERT WITH CHECK (
  person_id = ANY ((SELECT accord_people())::uuid[])
  AND EXISTS (SELECT 1 FROM clinic_case c WHERE c.case_id = check_in.case_id AND c.closed_at IS NULL)
  AND EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = check_in.case_id AND p.until IS NULL
    AND p.relation = 'client' AND p.person_id = check_in.person_id)
  AND EXISTS (SELECT 1 FROM session o WHERE o.session_id = check_in.session_id
    AND o.state IN ('ended', 'noted', 'signed')));
CREATE POLICY corrected_by_its_client ON check_in AS RESTRICTIVE FOR UPDATE USING (
  person_id = ANY ((SELECT accord_people())::uuid[])
  AND EXISTS (SELECT 1 FROM clinic_case c WHERE c.case_id = check_in.case_id AND c.closed_at IS NULL)
  AND EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = check_in.case_id AND p.until IS NULL
    AND p.relation = 'client' AND p.person_id = check_in.person_id));
CREATE POLICY read_as_its_client_chose ON check_in_version AS RESTRICTIVE FOR SELECT USING (
  EXISTS (SELECT 1 FROM check_in h WHERE h.session_id = check_in_version.session_id
    AND h.person_id = check_in_version.person_id
    AND (h.person_id = ANY ((SELECT accord_people())::uuid[])
      OR (h.version = check_in_version.version
        AND (h.shown_to <> 'after-talk'
          OR check_in_version.content IS NULL
          OR EXISTS (SELECT 1 FROM session mine JOIN session later ON later.case_id = mine.case_id
            WHERE mine.session_id = h.session_id AND later.scheduled_for > mine.scheduled_for
              AND later.state IN ('ended', 'noted', 'signed')))))));
CREATE POLICY written_by_its_client ON check_in_version AS RESTRICTIVE FOR INSERT WITH CHECK (
  person_id = ANY ((SELECT accord_people())::uuid[])
  AND EXISTS (SELECT 1 FROM check_in h WHERE h.session_id = check_in_version.session_id
    AND h.person_id = check_in_version.person_id AND h.version = check_in_version.version
    AND h.shown_to = check_in_version.shown_to));
`

/** What practitioners did about a dip: read by the practitioners and supervisors of now, and only added to. (AL6) */
const REPAIRS = `
CREATE TABLE repair_step (
  repair_step_id uuid PRIMARY KEY,
  clinic_id uuid NOT NULL,
  case_id uuid NOT NULL,
  session_id uuid NOT NULL,
  client_id uuid NOT NULL,
  step text NOT NULL CHECK (step IN ('noticed', 'talked', 'changed')),
  at timestamptz NOT NULL,
  person_id uuid NOT NULL,
  key_version integer NOT NULL,
  words bytea NOT NULL,
  FOREIGN KEY (clinic_id, case_id) REFERENCES clinic_case (clinic_id, case_id),
  FOREIGN KEY (case_id, session_id) REFERENCES session (case_id, session_id),
  FOREIGN KEY (clinic_id, client_id) REFERENCES membership (clinic_id, person_id),
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id)
);
CREATE INDEX repair_of_case ON repair_step (case_id, at);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON repair_step
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON repair_step
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON repair_step TO accord_app;
ALTER TABLE repair_step ENABLE ROW LEVEL SECURITY;
ALTER TABLE repair_step FORCE ROW LEVEL SECURITY;
CREATE POLICY own_clinic ON repair_step USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
  WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]));
CREATE POLICY read_by_staff_of_the_case ON repair_step AS RESTRICTIVE FOR SELECT USING (
  EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = repair_step.case_id AND p.until IS NULL
    AND p.relation = 'practitioner' AND p.person_id = ANY ((SELECT accord_people())::uuid[]))
  OR EXISTS (SELECT 1 FROM case_supervisor s WHERE s.case_id = repair_step.case_id AND s.until IS NULL
    AND s.person_id = ANY ((SELECT accord_people())::uuid[])));
CREATE POLICY written_by_practitioner ON repair_step AS RESTRICTIVE FOR INSERT WITH CHECK (
  person_id = ANY ((SELECT accord_people())::uuid[])
  AND EXISTS (SELECT 1 FROM clinic_case c WHERE c.case_id = repair_step.case_id AND c.closed_at IS NULL)
  AND EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = repair_step.case_id AND p.until IS NULL
    AND p.relation = 'practitioner' AND p.person_id = repair_step.person_id));
`

/** A clinic's own thresholds; the defaults stand in the domain, in the same columns. (ME3) */
const THRESHOLDS = `
CREATE TABLE measure_threshold (
  clinic_id uuid NOT NULL REFERENCES clinic (clinic_id),
  instrument text NOT NULL,
  version text NOT NULL,
  population text NOT NULL,
  use text NOT NULL CHECK (use IN ('reliable-change', 'baseline', 'smallest-change', 'unanswered')),
  value numeric NOT NULL CHECK (value > 0),
  direction text NOT NULL CHECK (direction IN ('higher-is-better', 'lower-is-better')),
  citation text NOT NULL CHECK (citation <> ''),
  PRIMARY KEY (clinic_id, instrument, version, population, use)
);
GRANT SELECT ON measure_threshold TO accord_app;
ALTER TABLE measure_threshold ENABLE ROW LEVEL SECURITY;
ALTER TABLE measure_threshold FORCE ROW LEVEL SECURITY;
CREATE POLICY own_clinic ON measure_threshold USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
  WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]));
`
