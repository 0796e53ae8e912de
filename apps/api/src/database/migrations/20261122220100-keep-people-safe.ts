import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Alerts, safety plans, and the numbers to ring. docs/spec/safety.md */
export class KeepPeopleSafe20261122220100 implements MigrationInterface {
  name = 'KeepPeopleSafe20261122220100'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(ALERTS)
    await queryRunner.query(WHO_SEES_ALERTS)
    await queryRunner.query(ESCALATE)
    await queryRunner.query(PLANS)
    await queryRunner.query(NUMBERS)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('who was told that somebody is in danger is kept'))
  }
}

/** Written in the transaction of the answer; what was answered is encrypted with the key of the case's plan. (SA1) */
const ALERTS = `
CREATE TABLE safety_alert (
  alert_id uuid PRIMARY KEY,
  clinic_id uuid NOT NULL,
  case_id uuid NOT NULL,
  client_id uuid NOT NULL,
  request_id uuid NOT NULL REFERENCES questionnaire_request,
  kind text NOT NULL CHECK (kind IN ('answered', 'left-out')),
  at timestamptz NOT NULL,
  due_at timestamptz CHECK (due_at > at),
  key_version integer NOT NULL,
  content bytea NOT NULL,
  FOREIGN KEY (clinic_id, case_id) REFERENCES clinic_case (clinic_id, case_id),
  FOREIGN KEY (clinic_id, client_id) REFERENCES membership (clinic_id, person_id)
);
CREATE INDEX safety_alert_of_case ON safety_alert (case_id, at);
CREATE INDEX safety_alert_due ON safety_alert (due_at) WHERE due_at IS NOT NULL;
CREATE TABLE safety_acknowledgement (
  alert_id uuid PRIMARY KEY REFERENCES safety_alert,
  clinic_id uuid NOT NULL,
  person_id uuid NOT NULL,
  at timestamptz NOT NULL,
  key_version integer NOT NULL,
  words bytea NOT NULL,
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id)
);
CREATE TABLE safety_escalation (
  alert_id uuid PRIMARY KEY REFERENCES safety_alert,
  clinic_id uuid NOT NULL REFERENCES clinic,
  at timestamptz NOT NULL
);
GRANT SELECT, INSERT ON safety_alert, safety_acknowledgement TO accord_app;
GRANT SELECT ON safety_escalation TO accord_app;
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['safety_alert', 'safety_acknowledgement', 'safety_escalation'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_clinic ON %I TO accord_app USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
      WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))', name);
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('CREATE TRIGGER never_truncated BEFORE TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
  END LOOP;
END $$;
`

/** Raised by the client's own answer, read and acknowledged by the practitioners and supervisors of now. (SA3) */
const WHO_SEES_ALERTS = `
CREATE POLICY read_by_staff_of_the_case ON safety_alert AS RESTRICTIVE FOR SELECT TO accord_app USING (
  EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = safety_alert.case_id AND p.until IS NULL
    AND p.relation = 'practitioner' AND p.person_id = ANY ((SELECT accord_people())::uuid[]))
  OR EXISTS (SELECT 1 FROM case_supervisor s WHERE s.case_id = safety_alert.case_id AND s.until IS NULL
    AND s.person_id = ANY ((SELECT accord_people())::uuid[])));
CREATE POLICY raised_by_the_answer ON safety_alert AS RESTRICTIVE FOR INSERT TO accord_app WITH CHECK (
  client_id = ANY ((SELECT accord_people())::uuid[])
  AND EXISTS (SELECT 1 FROM questionnaire_request r WHERE r.request_id = safety_alert.request_id
    AND r.case_id = safety_alert.case_id AND r.client_id = safety_alert.client_id));
CREATE POLICY of_the_alert ON safety_acknowledgement AS RESTRICTIVE TO accord_app USING (
  EXISTS (SELECT 1 FROM safety_alert a WHERE a.alert_id = safety_acknowledgement.alert_id));
CREATE POLICY by_oneself ON safety_acknowledgement AS RESTRICTIVE FOR INSERT TO accord_app WITH CHECK (
  person_id = ANY ((SELECT accord_people())::uuid[])
  AND EXISTS (SELECT 1 FROM safety_alert a WHERE a.alert_id = safety_acknowledgement.alert_id
    AND a.clinic_id = safety_acknowledgement.clinic_id));
CREATE POLICY of_the_alert ON safety_escalation AS RESTRICTIVE FOR SELECT TO accord_app USING (
  EXISTS (SELECT 1 FROM safety_alert a WHERE a.alert_id = safety_escalation.alert_id));
`

/**
 * What is due is found over all clinics at once, by whichever process asks first; the row is the fact that it went on,
 * and there is one. The function belongs to accord_watchman, who sees times and no word. (SA4)
 */
const ESCALATE = `
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'accord_watchman') THEN
    CREATE ROLE accord_watchman NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
  END IF;
EXCEPTION
  -- Roles are the whole server's: another database may be making them at this moment.
  WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
GRANT USAGE ON SCHEMA public TO accord_watchman;
GRANT SELECT (alert_id, clinic_id, due_at) ON safety_alert TO accord_watchman;
GRANT SELECT (alert_id) ON safety_acknowledgement TO accord_watchman;
GRANT SELECT (alert_id), INSERT ON safety_escalation TO accord_watchman;
CREATE POLICY over_all_clinics ON safety_alert FOR SELECT TO accord_watchman USING (true);
CREATE POLICY over_all_clinics ON safety_acknowledgement FOR SELECT TO accord_watchman USING (true);
CREATE POLICY over_all_clinics ON safety_escalation TO accord_watchman USING (true) WITH CHECK (true);
CREATE FUNCTION escalate_alerts(moment timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE gone integer;
BEGIN
  INSERT INTO safety_escalation (alert_id, clinic_id, at)
    SELECT a.alert_id, a.clinic_id, moment FROM safety_alert a
    WHERE a.due_at <= moment
      AND NOT EXISTS (SELECT 1 FROM safety_acknowledgement k WHERE k.alert_id = a.alert_id)
      AND NOT EXISTS (SELECT 1 FROM safety_escalation e WHERE e.alert_id = a.alert_id)
    ON CONFLICT (alert_id) DO NOTHING;
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END $$;
REVOKE ALL ON FUNCTION escalate_alerts(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION escalate_alerts(timestamptz) TO accord_app;
DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'accord_watchman', 'SET') THEN
    GRANT accord_watchman TO CURRENT_USER WITH INHERIT FALSE, SET TRUE;
  END IF;
END $$;
GRANT CREATE ON SCHEMA public TO accord_watchman;
ALTER FUNCTION escalate_alerts(timestamptz) OWNER TO accord_watchman;
REVOKE CREATE ON SCHEMA public FROM accord_watchman;
`

/** Every version of a plan; written by its client and their practitioner, read by the supervisor as well. (SA6, SA7) */
const PLANS = `
CREATE TABLE safety_plan_version (
  case_id uuid NOT NULL,
  person_id uuid NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  clinic_id uuid NOT NULL,
  written_at timestamptz NOT NULL,
  written_by uuid NOT NULL,
  key_version integer NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (case_id, person_id, version),
  FOREIGN KEY (clinic_id, case_id) REFERENCES clinic_case (clinic_id, case_id),
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id),
  FOREIGN KEY (clinic_id, written_by) REFERENCES membership (clinic_id, person_id)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON safety_plan_version
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON safety_plan_version
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON safety_plan_version TO accord_app;
ALTER TABLE safety_plan_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE safety_plan_version FORCE ROW LEVEL SECURITY;
CREATE POLICY own_clinic ON safety_plan_version USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
  WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]));
CREATE POLICY read_by_client_and_staff ON safety_plan_version AS RESTRICTIVE FOR SELECT USING (
  EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = safety_plan_version.case_id AND p.until IS NULL
    AND p.person_id = ANY ((SELECT accord_people())::uuid[])
    AND (p.relation = 'practitioner' OR (p.relation = 'client' AND p.person_id = safety_plan_version.person_id)))
  OR EXISTS (SELECT 1 FROM case_supervisor s WHERE s.case_id = safety_plan_version.case_id AND s.until IS NULL
    AND s.person_id = ANY ((SELECT accord_people())::uuid[])));
CREATE POLICY written_by_client_or_practitioner ON safety_plan_version AS RESTRICTIVE FOR INSERT WITH CHECK (
  written_by = ANY ((SELECT accord_people())::uuid[])
  AND EXISTS (SELECT 1 FROM clinic_case c WHERE c.case_id = safety_plan_version.case_id AND c.closed_at IS NULL)
  AND EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = safety_plan_version.case_id
    AND p.person_id = safety_plan_version.person_id AND p.relation = 'client' AND p.until IS NULL)
  AND EXISTS (SELECT 1 FROM case_party w WHERE w.case_id = safety_plan_version.case_id AND w.person_id = written_by
    AND w.until IS NULL AND (w.relation = 'practitioner' OR w.person_id = safety_plan_version.person_id)));
`

/** A clinic's own list, read over by its administrator; none about a client, so not encrypted. (SA10) */
const NUMBERS = `
CREATE TABLE urgent_numbers_version (
  clinic_id uuid NOT NULL REFERENCES clinic,
  version integer NOT NULL CHECK (version > 0),
  country text NOT NULL,
  numbers jsonb NOT NULL CHECK (jsonb_array_length(numbers) BETWEEN 1 AND 8),
  edited_by uuid NOT NULL,
  edited_at timestamptz NOT NULL,
  PRIMARY KEY (clinic_id, version),
  FOREIGN KEY (clinic_id, edited_by) REFERENCES membership (clinic_id, person_id)
);
GRANT SELECT, INSERT ON urgent_numbers_version TO accord_app;
ALTER TABLE urgent_numbers_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE urgent_numbers_version FORCE ROW LEVEL SECURITY;
CREATE POLICY own_clinic ON urgent_numbers_version USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
  WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]));
CREATE POLICY by_an_administrator ON urgent_numbers_version AS RESTRICTIVE FOR INSERT WITH CHECK (
  edited_by = ANY ((SELECT accord_people())::uuid[])
  AND EXISTS (SELECT 1 FROM membership m WHERE m.clinic_id = urgent_numbers_version.clinic_id
    AND m.person_id = edited_by AND 'administrator' = ANY (m.roles)));
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON urgent_numbers_version
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON urgent_numbers_version
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`
