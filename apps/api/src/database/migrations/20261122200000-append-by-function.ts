import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Entries are appended by a function that belongs to a role of its own, accord_committer. Who may write what is asked of
 * every row as before, by the same policy; only what that policy reads is no longer hidden behind policies in turn, which
 * cost more than all the rest of a batch of one entry. `commit_entries` stays for processes of the version before. (AC7)
 */
export class AppendByFunction20261122200000 implements MigrationInterface {
  name = 'AppendByFunction20261122200000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(COMMITTER)
    await queryRunner.query(READS_WHAT_ITS_POLICY_ASKS)
    await queryRunner.query(APPEND_ENTRIES)
    await queryRunner.query(BELONGS_TO_THE_COMMITTER)
    await queryRunner.query(ONLY_FORWARD)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('entries go on being appended'))
  }
}

/** Nobody signs in as it; the owner steps into it to give it the function. */
const COMMITTER = `
DO $$
BEGIN
  CREATE ROLE accord_committer NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- Roles belong to the whole cluster: another database made it.
END $$;
DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'accord_committer', 'SET') THEN
    GRANT accord_committer TO CURRENT_USER WITH INHERIT FALSE, SET TRUE;
  END IF;
END $$;
`

/**
 * The columns by which \`written_by_a_party\` and \`of_a_session\` decide, and no words of anybody. It inserts entries and
 * advances heads; it neither reads nor changes an entry. Who sees a log is a question about people who ask, so that
 * policy is the application's alone; the verifier was let past it already. (DR1, CF3)
 */
const READS_WHAT_ITS_POLICY_ASKS = `
GRANT USAGE ON SCHEMA public TO accord_committer;
GRANT SELECT (log_id, case_id, audience, writer_id, created_at) ON log TO accord_committer;
GRANT SELECT (case_id, closed_at) ON clinic_case TO accord_committer;
GRANT SELECT (case_id, person_id, relation, until) ON case_party TO accord_committer;
GRANT SELECT (case_id, person_id, until) ON case_supervisor TO accord_committer;
GRANT SELECT (clinic_id, person_id, roles) ON membership TO accord_committer;
GRANT SELECT (log_id, seq, hash), UPDATE (seq, hash, at_ms, epoch) ON log_head TO accord_committer;
GRANT INSERT ON entry TO accord_committer;
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['log', 'clinic_case', 'case_party', 'case_supervisor', 'membership'] LOOP
    EXECUTE format('CREATE POLICY asked_of_writers ON %I FOR SELECT TO accord_committer USING (true)', name);
  END LOOP;
END $$;
CREATE POLICY advanced_with_entries ON log_head TO accord_committer USING (true);
CREATE POLICY appended ON entry FOR INSERT TO accord_committer WITH CHECK (true);
ALTER POLICY own_log ON log TO accord_app;
ALTER POLICY where_the_log_is ON log_head TO accord_app;
`

/**
 * Appends a batch of entries of any number of logs. Heads are locked in one order, so that batches cannot deadlock, and
 * advance only where sequence number and hash are still what the writer saw (compare and swap). Entries of one log
 * follow each other. Returns the logs that have moved on meanwhile, of which nothing was stored. A batch of one, which
 * is what a quiet house stores, goes the short way. (LP1)
 */
const APPEND_ENTRIES = `
CREATE FUNCTION append_entries(
  clinics uuid[], logs uuid[], seqs bigint[], prev_hashes bytea[], hashes bytea[], epochs integer[], kinds text[],
  client_ids uuid[], ops bigint[], connections uuid[], authors uuid[], relations text[], sessions uuid[],
  times bigint[], key_versions integer[], digests bytea[], contents bytea[])
RETURNS uuid[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE lost uuid[] := '{}';
BEGIN
  IF cardinality(logs) = 1 THEN
    UPDATE log_head h SET seq = seqs[1], hash = hashes[1], at_ms = times[1], epoch = epochs[1]
    WHERE h.log_id = logs[1] AND h.seq = seqs[1] - 1 AND h.hash = prev_hashes[1];
    IF NOT FOUND THEN RETURN logs; END IF;
  ELSE
    PERFORM 1 FROM log_head h WHERE h.log_id = ANY (logs) ORDER BY h.log_id FOR NO KEY UPDATE;
    WITH batch AS (
      SELECT b.*, lead(b.seq) OVER own IS NULL AS is_last,
        first_value(b.seq) OVER own AS first_seq, first_value(b.prev_hash) OVER own AS first_prev
      FROM unnest(logs, seqs, prev_hashes, hashes, times, epochs) AS b (log_id, seq, prev_hash, hash, at_ms, epoch)
      WINDOW own AS (PARTITION BY b.log_id ORDER BY b.seq)
    ), advanced AS (
      UPDATE log_head h SET seq = b.seq, hash = b.hash, at_ms = b.at_ms, epoch = b.epoch
      FROM batch b
      WHERE b.is_last AND h.log_id = b.log_id AND h.seq = b.first_seq - 1 AND h.hash = b.first_prev
      RETURNING h.log_id
    )
    SELECT coalesce(array_agg(b.log_id), '{}') INTO lost FROM batch b
    WHERE b.is_last AND NOT EXISTS (SELECT 1 FROM advanced a WHERE a.log_id = b.log_id);
  END IF;
  INSERT INTO entry (clinic_id, log_id, seq, prev_hash, hash, epoch, kind, client_id, op, connection_id,
    author_id, relation, session_id, at_ms, key_version, digest, content)
  SELECT b.* FROM unnest(clinics, logs, seqs, prev_hashes, hashes, epochs, kinds, client_ids, ops, connections,
    authors, relations, sessions, times, key_versions, digests, contents)
    AS b (clinic_id, log_id, seq, prev_hash, hash, epoch, kind, client_id, op, connection_id,
      author_id, relation, session_id, at_ms, key_version, digest, content)
  WHERE b.log_id <> ALL (lost);
  RETURN lost;
END $$;
REVOKE ALL ON FUNCTION append_entries FROM PUBLIC;
GRANT EXECUTE ON FUNCTION append_entries TO accord_app;
`

const BELONGS_TO_THE_COMMITTER = `
GRANT CREATE ON SCHEMA public TO accord_committer;
ALTER FUNCTION append_entries OWNER TO accord_committer;
REVOKE CREATE ON SCHEMA public FROM accord_committer;
`

/** The same heads are refused as before; a head that advances no longer calls a function to be told so. (HI1) */
const ONLY_FORWARD = `
CREATE OR REPLACE TRIGGER only_forward BEFORE UPDATE ON log_head FOR EACH ROW
  WHEN (NEW.seq <= OLD.seq OR NEW.at_ms < OLD.at_ms OR NEW.epoch < OLD.epoch)
  EXECUTE FUNCTION refuse_rewinding();
`
