import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Roles, clinics, people and their relations to cases. Every row belongs to a clinic that row-level security asks for. */
export class CreatePeople20261121090000 implements MigrationInterface {
  name = 'CreatePeople20261121090000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(ROLES)
    await queryRunner.query(CLINIC_SETTING)
    await queryRunner.query(TABLES)
    await queryRunner.query(ROW_LEVEL_SECURITY)
    await queryRunner.query(GRANTS)
    await queryRunner.query(LOOK_UPS)
    await queryRunner.query(DOORKEEPER)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('the first migration is not taken back'))
  }
}

/** The application signs in as accord_app, which owns nothing; its password is set at start. */
const ROLES = `
DO $$
DECLARE wanted record;
BEGIN
  FOR wanted IN SELECT * FROM (VALUES ('accord_app', 'LOGIN'), ('accord_doorkeeper', 'NOLOGIN')) AS w (name, login) LOOP
    CONTINUE WHEN EXISTS (SELECT FROM pg_roles WHERE rolname = wanted.name);
    BEGIN
      EXECUTE format('CREATE ROLE %I %s NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS',
        wanted.name, wanted.login);
    EXCEPTION
      -- Roles are the whole server's: another database may be making them at this moment.
      WHEN duplicate_object OR unique_violation THEN NULL;
    END;
  END LOOP;
END $$;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO accord_app, accord_doorkeeper;
`

/** The clinics of the present transaction, set with SET LOCAL. An unset setting reads '', which is no clinic. */
const CLINIC_SETTING = `
CREATE FUNCTION accord_clinics() RETURNS uuid[]
LANGUAGE sql STABLE PARALLEL SAFE
RETURN string_to_array(NULLIF(current_setting('accord.clinics', true), ''), ',')::uuid[];
`

const TABLES = `
CREATE TABLE clinic (
  clinic_id uuid PRIMARY KEY,
  name text NOT NULL,
  demo boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE person (
  person_id uuid PRIMARY KEY,
  email text NOT NULL CHECK (email = lower(email)),
  name text NOT NULL,
  password_hash text,
  disabled_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX person_email ON person (email);
CREATE TABLE membership (
  clinic_id uuid NOT NULL REFERENCES clinic,
  person_id uuid NOT NULL REFERENCES person,
  roles text[] NOT NULL CHECK (roles <@ ARRAY['practitioner', 'supervisor', 'administrator']),
  PRIMARY KEY (clinic_id, person_id)
);
CREATE INDEX membership_person ON membership (person_id);
CREATE TABLE clinic_case (
  case_id uuid PRIMARY KEY,
  clinic_id uuid NOT NULL REFERENCES clinic,
  discipline text NOT NULL CHECK (discipline IN ('psychotherapy', 'counselling', 'massage', 'reiki')),
  opened_at timestamptz NOT NULL,
  closed_at timestamptz,
  UNIQUE (clinic_id, case_id)
);
CREATE TABLE case_party (
  clinic_id uuid NOT NULL,
  case_id uuid NOT NULL,
  person_id uuid NOT NULL,
  relation text NOT NULL CHECK (relation IN ('client', 'guardian', 'practitioner')),
  since timestamptz NOT NULL,
  until timestamptz,
  PRIMARY KEY (case_id, person_id, since),
  FOREIGN KEY (clinic_id, case_id) REFERENCES clinic_case (clinic_id, case_id),
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id)
);
CREATE UNIQUE INDEX case_party_live ON case_party (case_id, person_id) WHERE until IS NULL;
CREATE INDEX case_party_person ON case_party (person_id) WHERE until IS NULL;
CREATE TABLE case_supervisor (
  clinic_id uuid NOT NULL,
  case_id uuid NOT NULL,
  person_id uuid NOT NULL,
  since timestamptz NOT NULL,
  until timestamptz,
  PRIMARY KEY (case_id, person_id, since),
  FOREIGN KEY (clinic_id, case_id) REFERENCES clinic_case (clinic_id, case_id),
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id)
);
CREATE UNIQUE INDEX case_supervisor_live ON case_supervisor (case_id, person_id) WHERE until IS NULL;
CREATE INDEX case_supervisor_person ON case_supervisor (person_id) WHERE until IS NULL;
CREATE TABLE sign_in (
  sign_in_id uuid PRIMARY KEY,
  clinic_id uuid NOT NULL,
  person_id uuid NOT NULL,
  audience text NOT NULL CHECK (audience IN ('console', 'portal')),
  token_hash bytea NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id)
);
CREATE INDEX sign_in_person ON sign_in (person_id) WHERE ended_at IS NULL;
`

/** FORCE: not even the owner of the tables reads past a clinic by accident. */
const ROW_LEVEL_SECURITY = `
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['clinic', 'membership', 'clinic_case', 'case_party', 'case_supervisor', 'sign_in'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_clinic ON %I USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
       WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))', name);
  END LOOP;
END $$;
ALTER TABLE person ENABLE ROW LEVEL SECURITY;
ALTER TABLE person FORCE ROW LEVEL SECURITY;
CREATE POLICY of_own_clinic ON person FOR SELECT USING (
  EXISTS (SELECT 1 FROM membership m WHERE m.person_id = person.person_id));
CREATE POLICY change_of_own_clinic ON person FOR UPDATE USING (
  EXISTS (SELECT 1 FROM membership m WHERE m.person_id = person.person_id));
CREATE POLICY new_person ON person FOR INSERT WITH CHECK (accord_clinics() IS NOT NULL);
`

const GRANTS = `
GRANT SELECT, INSERT ON clinic, person, membership, clinic_case, case_party, case_supervisor, sign_in TO accord_app;
GRANT UPDATE (password_hash, disabled_at) ON person TO accord_app;
GRANT UPDATE (until) ON case_party, case_supervisor TO accord_app;
GRANT UPDATE (closed_at) ON clinic_case TO accord_app;
GRANT UPDATE (seen_at, ended_at, token_hash) ON sign_in TO accord_app;
`

/**
 * Before sign-in no clinic is known, so row-level security shows nothing; these three show just what the door
 * needs. They belong to accord_doorkeeper, who cannot sign in and may read these columns: being forced, row-level
 * security would blind an owner who is no superuser inside them. (AC7)
 */
const LOOK_UPS = `
CREATE FUNCTION find_credentials(wanted_email text)
RETURNS TABLE (person_id uuid, password_hash text, clinic_id uuid, roles text[], is_client boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN QUERY
    SELECT p.person_id, p.password_hash, m.clinic_id, m.roles,
      EXISTS (SELECT 1 FROM case_party c
        WHERE c.person_id = p.person_id AND c.clinic_id = m.clinic_id
          AND c.relation IN ('client', 'guardian') AND c.until IS NULL)
    FROM person p JOIN membership m ON m.person_id = p.person_id
    WHERE p.email = lower(wanted_email) AND p.disabled_at IS NULL
    ORDER BY m.clinic_id;
END $$;
CREATE FUNCTION find_sign_in(wanted_hash bytea)
RETURNS TABLE (sign_in_id uuid, clinic_id uuid, person_id uuid, name text, audience text, roles text[],
  seen_at timestamptz, expires_at timestamptz, ended_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN QUERY
    SELECT s.sign_in_id, s.clinic_id, s.person_id, p.name, s.audience, m.roles,
      s.seen_at, s.expires_at, s.ended_at
    FROM sign_in s
    JOIN membership m ON m.person_id = s.person_id AND m.clinic_id = s.clinic_id
    JOIN person p ON p.person_id = s.person_id AND p.disabled_at IS NULL
    WHERE s.token_hash = wanted_hash;
END $$;
CREATE FUNCTION find_clinics()
RETURNS TABLE (clinic_id uuid, name text, demo boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT c.clinic_id, c.name, c.demo FROM clinic c ORDER BY c.created_at, c.clinic_id;
END $$;
REVOKE ALL ON FUNCTION find_credentials(text), find_sign_in(bytea), find_clinics() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_credentials(text), find_sign_in(bytea), find_clinics() TO accord_app;
`

const DOORKEEPER = `
GRANT SELECT (clinic_id, name, demo, created_at) ON clinic TO accord_doorkeeper;
GRANT SELECT (person_id, email, name, password_hash, disabled_at) ON person TO accord_doorkeeper;
GRANT SELECT (clinic_id, person_id, roles) ON membership TO accord_doorkeeper;
GRANT SELECT (clinic_id, person_id, relation, until) ON case_party TO accord_doorkeeper;
GRANT SELECT (sign_in_id, clinic_id, person_id, audience, token_hash, seen_at, expires_at, ended_at)
  ON sign_in TO accord_doorkeeper;
CREATE POLICY at_the_door ON clinic FOR SELECT TO accord_doorkeeper USING (true);
CREATE POLICY at_the_door ON person FOR SELECT TO accord_doorkeeper USING (true);
CREATE POLICY at_the_door ON membership FOR SELECT TO accord_doorkeeper USING (true);
CREATE POLICY at_the_door ON case_party FOR SELECT TO accord_doorkeeper USING (true);
CREATE POLICY at_the_door ON sign_in FOR SELECT TO accord_doorkeeper USING (true);
DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'accord_doorkeeper', 'SET') THEN
    GRANT accord_doorkeeper TO CURRENT_USER WITH INHERIT FALSE, SET TRUE;
  END IF;
END $$;
GRANT CREATE ON SCHEMA public TO accord_doorkeeper;
ALTER FUNCTION find_credentials(text) OWNER TO accord_doorkeeper;
ALTER FUNCTION find_sign_in(bytea) OWNER TO accord_doorkeeper;
ALTER FUNCTION find_clinics() OWNER TO accord_doorkeeper;
REVOKE CREATE ON SCHEMA public FROM accord_doorkeeper;
`
