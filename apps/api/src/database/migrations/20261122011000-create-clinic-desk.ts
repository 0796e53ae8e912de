import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What it takes to begin a clinic and to look after its people: settings, particulars, links, phases. (CL1–CL15) */
export class CreateClinicDesk20261122011000 implements MigrationInterface {
  name = 'CreateClinicDesk20261122011000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(LINK_SETTING)
    await queryRunner.query(TABLES)
    await queryRunner.query(ROW_LEVEL_SECURITY)
    await queryRunner.query(LINKS)
    await queryRunner.query(GRANTS)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('the phases of a case are not dropped'))
  }
}

/** The hash of the link that somebody presents in this transaction, set with SET LOCAL; null when nobody does. */
const LINK_SETTING = `
CREATE FUNCTION accord_link() RETURNS bytea
LANGUAGE sql STABLE PARALLEL SAFE
RETURN decode(NULLIF(current_setting('accord.link', true), ''), 'hex');
`

const TABLES = `
CREATE TABLE clinic_settings (
  clinic_id uuid PRIMARY KEY REFERENCES clinic,
  time_zone text NOT NULL,
  language text NOT NULL,
  word_for_client text NOT NULL CHECK (word_for_client IN ('client', 'patient')),
  disciplines text[] NOT NULL,
  hours json NOT NULL
);
CREATE TABLE client_profile (
  clinic_id uuid NOT NULL,
  person_id uuid NOT NULL,
  pronouns text,
  language text,
  phone text,
  date_of_birth date,
  emergency_name text,
  emergency_relation text,
  emergency_phone text,
  PRIMARY KEY (clinic_id, person_id),
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id),
  CHECK ((emergency_name IS NULL) = (emergency_phone IS NULL)),
  CHECK ((emergency_name IS NULL) = (emergency_relation IS NULL))
);
CREATE TABLE set_up_link (
  set_up_link_id uuid PRIMARY KEY,
  token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz
);
CREATE TABLE welcome_link (
  welcome_link_id uuid PRIMARY KEY,
  clinic_id uuid NOT NULL,
  person_id uuid NOT NULL,
  audience text NOT NULL CHECK (audience IN ('console', 'portal')),
  token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id),
  FOREIGN KEY (clinic_id, created_by) REFERENCES membership (clinic_id, person_id)
);
CREATE UNIQUE INDEX welcome_link_live ON welcome_link (person_id, clinic_id) WHERE ended_at IS NULL;
CREATE TABLE case_phase (
  case_phase_id uuid PRIMARY KEY,
  clinic_id uuid NOT NULL,
  case_id uuid NOT NULL,
  phase text NOT NULL
    CHECK (phase IN ('orientation', 'commitment', 'working', 'process', 'change', 'termination')),
  since timestamptz NOT NULL,
  set_by uuid NOT NULL,
  key_version integer NOT NULL,
  reason bytea,
  FOREIGN KEY (clinic_id, case_id) REFERENCES clinic_case (clinic_id, case_id),
  FOREIGN KEY (clinic_id, set_by) REFERENCES membership (clinic_id, person_id)
);
CREATE INDEX case_phase_case ON case_phase (case_id, since);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON case_phase
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON case_phase
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`

const ROW_LEVEL_SECURITY = `
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY
    ARRAY['clinic_settings', 'client_profile', 'set_up_link', 'welcome_link', 'case_phase'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    CONTINUE WHEN name = 'set_up_link';
    EXECUTE format(
      'CREATE POLICY own_clinic ON %I USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
       WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))', name);
  END LOOP;
END $$;
`

/**
 * Before sign-in no clinic is known. Whoever presents a link sees that link's row, which they could not find
 * otherwise. A set-up link can be made, ended and used only while there is no clinic. (CL1, CL2, CL7)
 */
const LINKS = `
CREATE POLICY presented ON welcome_link FOR SELECT USING (token_hash = (SELECT accord_link()));
CREATE POLICY presented ON set_up_link FOR SELECT
  USING (token_hash = (SELECT accord_link()) AND NOT EXISTS (SELECT 1 FROM find_clinics()));
CREATE POLICY made_for_no_clinic ON set_up_link FOR INSERT
  WITH CHECK (NOT EXISTS (SELECT 1 FROM find_clinics()));
CREATE POLICY ended_for_no_clinic ON set_up_link FOR UPDATE
  USING (NOT EXISTS (SELECT 1 FROM find_clinics())) WITH CHECK (ended_at IS NOT NULL);
`

const GRANTS = `
GRANT SELECT, INSERT ON clinic_settings, client_profile, set_up_link, welcome_link, case_phase TO accord_app;
GRANT UPDATE (ended_at) ON set_up_link, welcome_link TO accord_app;
GRANT UPDATE (pronouns, language, phone, date_of_birth, emergency_name, emergency_relation, emergency_phone)
  ON client_profile TO accord_app;
GRANT UPDATE (name, email) ON person TO accord_app;
GRANT UPDATE (roles) ON membership TO accord_app;
`
