import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Sign-ins of all open sockets are looked up again and again: each by its indexes, whatever PostgreSQL thinks that there is. (S2) */
export class FindSignInsOneByOne20261125020400 implements MigrationInterface {
  name = 'FindSignInsOneByOne20261125020400'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(FIND_SIGN_INS)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('sign-ins are not looked for among everybody again'))
  }
}

/**
 * As before, but each sign-in leads to its one member, person and clinic. Put together as PostgreSQL liked, every sign-in was
 * compared with everybody of the clinic, until somebody counted the rows. OFFSET 0 keeps the order of the look-ups.
 */
const FIND_SIGN_INS = `
GRANT CREATE ON SCHEMA public TO accord_doorkeeper;
SET LOCAL ROLE accord_doorkeeper;
CREATE OR REPLACE FUNCTION find_sign_ins(wanted_hashes bytea[])
RETURNS TABLE (token_hash bytea, sign_in_id uuid, clinic_id uuid, person_id uuid, name text, audience text,
  roles text[], seen_at timestamptz, expires_at timestamptz, ended_at timestamptz, fresh_at timestamptz,
  has_factor boolean, demo boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off AS $$
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
    CROSS JOIN LATERAL (SELECT m.roles FROM membership m
      WHERE m.clinic_id = s.clinic_id AND m.person_id = s.person_id OFFSET 0) m
    CROSS JOIN LATERAL (SELECT p.name FROM person p
      WHERE p.person_id = s.person_id AND p.disabled_at IS NULL OFFSET 0) p
    CROSS JOIN LATERAL (SELECT c.demo FROM clinic c WHERE c.clinic_id = s.clinic_id OFFSET 0) c
    WHERE s.token_hash = ANY (wanted_hashes);
END $$;
RESET ROLE;
REVOKE CREATE ON SCHEMA public FROM accord_doorkeeper;
`
