import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Many sign-ins looked up at once: those of all open sockets are, again and again. (ID2, S2) */
export class FindSignIns20261122140000 implements MigrationInterface {
  name = 'FindSignIns20261122140000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(FIND_SIGN_INS)
    await queryRunner.query(DOORKEEPER)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('the door is not narrowed again'))
  }
}

/** Before sign-in no clinic is known: like the look-up of one, this belongs to accord_doorkeeper. (AC7) */
const FIND_SIGN_INS = `
DROP FUNCTION find_sign_in(bytea);
CREATE FUNCTION find_sign_ins(wanted_hashes bytea[])
RETURNS TABLE (token_hash bytea, sign_in_id uuid, clinic_id uuid, person_id uuid, name text, audience text,
  roles text[], seen_at timestamptz, expires_at timestamptz, ended_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN QUERY
    SELECT s.token_hash, s.sign_in_id, s.clinic_id, s.person_id, p.name, s.audience, m.roles,
      s.seen_at, s.expires_at, s.ended_at
    FROM sign_in s
    JOIN membership m ON m.person_id = s.person_id AND m.clinic_id = s.clinic_id
    JOIN person p ON p.person_id = s.person_id AND p.disabled_at IS NULL
    WHERE s.token_hash = ANY (wanted_hashes);
END $$;
REVOKE ALL ON FUNCTION find_sign_ins(bytea[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_sign_ins(bytea[]) TO accord_app;
`

const DOORKEEPER = `
GRANT CREATE ON SCHEMA public TO accord_doorkeeper;
ALTER FUNCTION find_sign_ins(bytea[]) OWNER TO accord_doorkeeper;
REVOKE CREATE ON SCHEMA public FROM accord_doorkeeper;
`
