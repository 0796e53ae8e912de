import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * The last entry of every log, for the checkpoint over all of them: its number, hash and epoch, and nothing of whose
 * log it is. The functions belong to accord_verifier, who reads logs and nothing else. (HI14)
 */
export class ReadHeads20261122050000 implements MigrationInterface {
  name = 'ReadHeads20261122050000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
CREATE FUNCTION read_heads()
RETURNS TABLE (log_id uuid, seq bigint, hash bytea, epoch integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT h.log_id, h.seq, h.hash, h.epoch FROM log_head h ORDER BY h.log_id;
END $$;
CREATE FUNCTION count_entries() RETURNS bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN (SELECT coalesce(sum(h.seq), 0)::bigint FROM log_head h);
END $$;
REVOKE ALL ON FUNCTION read_heads(), count_entries() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION read_heads(), count_entries() TO accord_app;
GRANT CREATE ON SCHEMA public TO accord_verifier;
ALTER FUNCTION read_heads() OWNER TO accord_verifier;
ALTER FUNCTION count_entries() OWNER TO accord_verifier;
REVOKE CREATE ON SCHEMA public FROM accord_verifier;
`)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('checkpoints go on being signed'))
  }
}
