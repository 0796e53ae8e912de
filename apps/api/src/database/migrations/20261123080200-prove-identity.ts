import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Passkeys, code apps, recovery codes, devices, and what a link asks before it is used. (ID16–ID40) */
export class ProveIdentity20261123080200 implements MigrationInterface {
  name = 'ProveIdentity20261123080200'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(LINKS)
    await queryRunner.query(TABLES)
    await queryRunner.query(ROW_LEVEL_SECURITY)
    await queryRunner.query(GRANTS)
    await queryRunner.query(LOOK_UPS)
    await queryRunner.query(DOORKEEPER)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('ways to sign in are not dropped'))
  }
}

/** A link made before knows no e-mail, and is good no longer: it asked for nothing that only its person knows. */
const LINKS = `
ALTER TABLE welcome_link
  ADD COLUMN purpose text NOT NULL DEFAULT 'welcome' CHECK (purpose IN ('welcome', 'reset')),
  ADD COLUMN email text,
  ADD COLUMN code_mark bytea CHECK (length(code_mark) = 32),
  ADD COLUMN proven_mark bytea CHECK (length(proven_mark) = 32),
  ADD COLUMN wrong_tries integer NOT NULL DEFAULT 0;
GRANT UPDATE (wrong_tries, proven_mark) ON welcome_link TO accord_app;
`

const TABLES = `
CREATE TABLE passkey (
  passkey_id uuid PRIMARY KEY,
  clinic_id uuid NOT NULL,
  person_id uuid NOT NULL,
  audience text NOT NULL CHECK (audience IN ('console', 'portal')),
  credential_id bytea NOT NULL UNIQUE,
  public_key bytea NOT NULL,
  counter bigint NOT NULL,
  transports text[] NOT NULL,
  device text NOT NULL,
  created_at timestamptz NOT NULL,
  used_at timestamptz,
  removed_at timestamptz,
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id)
);
CREATE INDEX passkey_person ON passkey (person_id) WHERE removed_at IS NULL;
CREATE TABLE challenge_used (
  clinic_id uuid NOT NULL REFERENCES clinic,
  mark bytea NOT NULL CHECK (length(mark) = 32),
  used_at timestamptz NOT NULL,
  PRIMARY KEY (clinic_id, mark)
);
CREATE TABLE code_app (
  code_app_id uuid PRIMARY KEY,
  clinic_id uuid NOT NULL,
  person_id uuid NOT NULL,
  secret bytea,
  last_step bigint NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  removed_at timestamptz,
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id),
  CHECK ((secret IS NULL) = (removed_at IS NOT NULL))
);
CREATE UNIQUE INDEX code_app_live ON code_app (clinic_id, person_id)
  WHERE confirmed_at IS NOT NULL AND removed_at IS NULL;
CREATE TABLE recovery_code (
  clinic_id uuid NOT NULL,
  person_id uuid NOT NULL,
  mark bytea NOT NULL CHECK (length(mark) = 32),
  made_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (clinic_id, person_id, mark),
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id)
);
CREATE TABLE known_device (
  clinic_id uuid NOT NULL,
  person_id uuid NOT NULL,
  token_hash bytea NOT NULL CHECK (length(token_hash) = 32),
  first_seen timestamptz NOT NULL,
  PRIMARY KEY (clinic_id, person_id, token_hash),
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id)
);
ALTER TABLE sign_in
  ADD COLUMN device text NOT NULL DEFAULT '',
  ADD COLUMN address text NOT NULL DEFAULT '',
  ADD COLUMN fresh_at timestamptz;
`

const ROW_LEVEL_SECURITY = `
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['passkey', 'challenge_used', 'code_app', 'recovery_code', 'known_device'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_clinic ON %I USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
       WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))', name);
  END LOOP;
END $$;
`

const GRANTS = `
GRANT SELECT, INSERT ON passkey, challenge_used, code_app, recovery_code, known_device TO accord_app;
GRANT UPDATE (counter, used_at, removed_at) ON passkey TO accord_app;
GRANT UPDATE (secret, last_step, confirmed_at, removed_at) ON code_app TO accord_app;
GRANT UPDATE (used_at) ON recovery_code TO accord_app;
GRANT UPDATE (fresh_at) ON sign_in TO accord_app;
`

/** Before sign-in no clinic is known: like the look-ups before them, these belong to accord_doorkeeper. (AC7) */
const LOOK_UPS = `
DROP FUNCTION find_credentials(text);
CREATE FUNCTION find_credentials(wanted_email text)
RETURNS TABLE (person_id uuid, password_hash text, clinic_id uuid, roles text[], is_client boolean,
  has_code boolean, has_passkey boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN QUERY
    SELECT p.person_id, p.password_hash, m.clinic_id, m.roles,
      EXISTS (SELECT 1 FROM case_party c
        WHERE c.person_id = p.person_id AND c.clinic_id = m.clinic_id
          AND c.relation IN ('client', 'guardian') AND c.until IS NULL),
      EXISTS (SELECT 1 FROM code_app a WHERE a.person_id = p.person_id AND a.clinic_id = m.clinic_id
        AND a.confirmed_at IS NOT NULL AND a.removed_at IS NULL),
      EXISTS (SELECT 1 FROM passkey k WHERE k.person_id = p.person_id AND k.clinic_id = m.clinic_id
        AND k.removed_at IS NULL)
    FROM person p JOIN membership m ON m.person_id = p.person_id
    WHERE p.email = lower(wanted_email) AND p.disabled_at IS NULL
    ORDER BY m.clinic_id;
END $$;
CREATE FUNCTION find_passkey(wanted_id bytea)
RETURNS TABLE (passkey_id uuid, person_id uuid, clinic_id uuid, roles text[], is_client boolean, audience text,
  public_key bytea, counter bigint, transports text[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN QUERY
    SELECT k.passkey_id, k.person_id, k.clinic_id, m.roles,
      EXISTS (SELECT 1 FROM case_party c
        WHERE c.person_id = k.person_id AND c.clinic_id = k.clinic_id
          AND c.relation IN ('client', 'guardian') AND c.until IS NULL),
      k.audience, k.public_key, k.counter, k.transports
    FROM passkey k
    JOIN membership m ON m.person_id = k.person_id AND m.clinic_id = k.clinic_id
    JOIN person p ON p.person_id = k.person_id AND p.disabled_at IS NULL
    WHERE k.credential_id = wanted_id AND k.removed_at IS NULL;
END $$;
DROP FUNCTION find_sign_ins(bytea[]);
CREATE FUNCTION find_sign_ins(wanted_hashes bytea[])
RETURNS TABLE (token_hash bytea, sign_in_id uuid, clinic_id uuid, person_id uuid, name text, audience text,
  roles text[], seen_at timestamptz, expires_at timestamptz, ended_at timestamptz, fresh_at timestamptz,
  has_factor boolean, demo boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN QUERY
    SELECT s.token_hash, s.sign_in_id, s.clinic_id, s.person_id, p.name, s.audience, m.roles,
      s.seen_at, s.expires_at, s.ended_at, s.fresh_at,
      EXISTS (SELECT 1 FROM code_app a WHERE a.person_id = s.person_id AND a.clinic_id = s.clinic_id
        AND a.confirmed_at IS NOT NULL AND a.removed_at IS NULL)
      OR EXISTS (SELECT 1 FROM passkey k WHERE k.person_id = s.person_id AND k.clinic_id = s.clinic_id
        AND k.removed_at IS NULL),
      c.demo
    FROM sign_in s
    JOIN membership m ON m.person_id = s.person_id AND m.clinic_id = s.clinic_id
    JOIN clinic c ON c.clinic_id = s.clinic_id
    JOIN person p ON p.person_id = s.person_id AND p.disabled_at IS NULL
    WHERE s.token_hash = ANY (wanted_hashes);
END $$;
REVOKE ALL ON FUNCTION find_credentials(text), find_passkey(bytea), find_sign_ins(bytea[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_credentials(text), find_passkey(bytea), find_sign_ins(bytea[]) TO accord_app;
`

const DOORKEEPER = `
GRANT SELECT (passkey_id, person_id, clinic_id, audience, credential_id, public_key, counter, transports, removed_at)
  ON passkey TO accord_doorkeeper;
GRANT SELECT (person_id, clinic_id, confirmed_at, removed_at) ON code_app TO accord_doorkeeper;
GRANT SELECT (fresh_at) ON sign_in TO accord_doorkeeper;
CREATE POLICY at_the_door ON passkey FOR SELECT TO accord_doorkeeper USING (true);
CREATE POLICY at_the_door ON code_app FOR SELECT TO accord_doorkeeper USING (true);
GRANT CREATE ON SCHEMA public TO accord_doorkeeper;
ALTER FUNCTION find_credentials(text) OWNER TO accord_doorkeeper;
ALTER FUNCTION find_passkey(bytea) OWNER TO accord_doorkeeper;
ALTER FUNCTION find_sign_ins(bytea[]) OWNER TO accord_doorkeeper;
REVOKE CREATE ON SCHEMA public FROM accord_doorkeeper;
`
