import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The logs: append-only, chained, written by one function. docs/spec/history.md describes every column. */
export class CreateLogs20261121091000 implements MigrationInterface {
  name = 'CreateLogs20261121091000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLES)
    await queryRunner.query(ROW_LEVEL_SECURITY)
    await queryRunner.query(GRANTS)
    await queryRunner.query(VERIFIER)
    await queryRunner.query(APPEND_ONLY)
    await queryRunner.query(COMMIT_ENTRIES)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('history is not dropped'))
  }
}

/** Exact bytes: jsonb would reorder them, and a timestamptz would hide a flipped microsecond. (HI1) */
const TABLES = `
CREATE TABLE log (
  log_id uuid PRIMARY KEY,
  clinic_id uuid NOT NULL REFERENCES clinic,
  case_id uuid NOT NULL,
  audience text NOT NULL CHECK (audience IN ('plan', 'draft', 'private', 'review')),
  writer_id uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (clinic_id, log_id),
  FOREIGN KEY (clinic_id, case_id) REFERENCES clinic_case (clinic_id, case_id),
  CHECK ((audience IN ('draft', 'private')) = (writer_id IS NOT NULL))
);
CREATE UNIQUE INDEX log_plan_of_case ON log (case_id) WHERE audience = 'plan';
CREATE TABLE log_head (
  log_id uuid PRIMARY KEY,
  clinic_id uuid NOT NULL,
  seq bigint NOT NULL CHECK (seq >= 0),
  hash bytea NOT NULL CHECK (length(hash) = 32),
  at_ms bigint NOT NULL,
  epoch integer NOT NULL CHECK (epoch > 0),
  FOREIGN KEY (clinic_id, log_id) REFERENCES log (clinic_id, log_id)
) WITH (fillfactor = 50);
CREATE TABLE entry (
  clinic_id uuid NOT NULL,
  log_id uuid NOT NULL,
  seq bigint NOT NULL CHECK (seq > 0),
  prev_hash bytea NOT NULL CHECK (length(prev_hash) = 32),
  hash bytea NOT NULL CHECK (length(hash) = 32),
  epoch integer NOT NULL,
  kind text NOT NULL,
  client_id uuid,
  op bigint,
  connection_id uuid,
  author_id uuid NOT NULL,
  relation text NOT NULL,
  session_id uuid,
  at_ms bigint NOT NULL,
  key_version integer NOT NULL,
  digest bytea NOT NULL CHECK (length(digest) = 32),
  content bytea,
  PRIMARY KEY (log_id, seq),
  UNIQUE (log_id, prev_hash),
  CHECK ((client_id IS NULL) = (op IS NULL)),
  FOREIGN KEY (clinic_id, log_id) REFERENCES log (clinic_id, log_id)
);
CREATE UNIQUE INDEX entry_operation ON entry (log_id, client_id, op) WHERE client_id IS NOT NULL;
CREATE TABLE plan_checkpoint (
  log_id uuid NOT NULL,
  clinic_id uuid NOT NULL,
  seq bigint NOT NULL,
  key_version integer NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (log_id, seq),
  FOREIGN KEY (clinic_id, log_id) REFERENCES log (clinic_id, log_id)
);
CREATE TABLE access_event (
  access_event_id uuid PRIMARY KEY,
  clinic_id uuid NOT NULL,
  case_id uuid NOT NULL,
  person_id uuid NOT NULL,
  relation text NOT NULL,
  what text NOT NULL CHECK (what IN ('plan-opened', 'plan-left', 'history-read')),
  connection_id uuid,
  opened_by_event uuid,
  at timestamptz NOT NULL,
  FOREIGN KEY (clinic_id, case_id) REFERENCES clinic_case (clinic_id, case_id)
);
CREATE INDEX access_event_case ON access_event (case_id, at);
CREATE TABLE alert (
  alert_id uuid PRIMARY KEY,
  clinic_id uuid NOT NULL,
  log_id uuid NOT NULL,
  seq bigint NOT NULL,
  kind text NOT NULL CHECK (kind IN ('large-deletion', 'history-broken')),
  reason text NOT NULL DEFAULT '',
  at timestamptz NOT NULL,
  FOREIGN KEY (clinic_id, log_id) REFERENCES log (clinic_id, log_id)
);
CREATE INDEX alert_log ON alert (log_id, seq);
`

/** Writers of an entry must be live parties of the case at the moment of writing; a process cannot forget to ask. (AC7) */
const ROW_LEVEL_SECURITY = `
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['log', 'log_head', 'entry', 'plan_checkpoint', 'access_event', 'alert'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_clinic ON %I USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
       WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))', name);
  END LOOP;
END $$;
CREATE POLICY written_by_a_party ON entry AS RESTRICTIVE FOR INSERT WITH CHECK (
  CASE WHEN kind LIKE 'party.%'
    THEN EXISTS (SELECT 1 FROM membership m
      WHERE m.clinic_id = entry.clinic_id AND m.person_id = author_id AND 'administrator' = ANY (m.roles))
    ELSE EXISTS (SELECT 1 FROM log l
      JOIN clinic_case c ON c.case_id = l.case_id AND c.closed_at IS NULL
      JOIN case_party p ON p.case_id = l.case_id AND p.until IS NULL
      WHERE l.log_id = entry.log_id AND p.person_id = author_id AND p.relation = entry.relation)
  END);
`

const GRANTS = `
GRANT SELECT, INSERT ON log, log_head, entry, plan_checkpoint, access_event, alert TO accord_app;
GRANT UPDATE (seq, hash, at_ms, epoch) ON log_head TO accord_app;
`

/**
 * Whoever verifies reads every log and nothing else. The owner steps into this role: row-level security is forced,
 * so an owner who is no superuser would see no row. (HI6)
 */
const VERIFIER = `
DO $$
BEGIN
  CREATE ROLE accord_verifier NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- Roles belong to the whole cluster: another database made it.
END $$;
DO $$
DECLARE name text;
BEGIN
  IF NOT pg_has_role(current_user, 'accord_verifier', 'SET') THEN
    EXECUTE format('GRANT accord_verifier TO %I', current_user);
  END IF;
  GRANT USAGE ON SCHEMA public TO accord_verifier;
  FOREACH name IN ARRAY ARRAY['clinic', 'log', 'log_head', 'entry'] LOOP
    EXECUTE format('GRANT SELECT ON %I TO accord_verifier', name);
    EXECUTE format('CREATE POLICY read_to_verify ON %I FOR SELECT TO accord_verifier USING (true)', name);
  END LOOP;
END $$;
`

/** History refuses to be changed by whoever asks, the owner included; only dropping the triggers would allow it. (HI1) */
const APPEND_ONLY = `
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % is refused: history is append-only', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION refuse_rewinding() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.seq <= OLD.seq OR NEW.at_ms < OLD.at_ms OR NEW.epoch < OLD.epoch THEN
    RAISE EXCEPTION 'a head only advances' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['entry', 'access_event', 'alert', 'log'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('CREATE TRIGGER never_truncated BEFORE TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
  END LOOP;
END $$;
CREATE TRIGGER only_forward BEFORE UPDATE ON log_head FOR EACH ROW EXECUTE FUNCTION refuse_rewinding();
CREATE TRIGGER never_deleted BEFORE DELETE ON log_head FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON log_head FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`

/**
 * Appends a batch of entries of any number of logs. Heads are locked in one order, so that batches cannot
 * deadlock, and advance only where sequence number and hash are still what the writer saw (compare and swap).
 * Returns the logs that won; the entries of the others were not stored. Entries of one log stand in order. (LP1)
 */
const COMMIT_ENTRIES = `
CREATE FUNCTION commit_entries(
  clinics uuid[], logs uuid[], seqs bigint[], prev_hashes bytea[], hashes bytea[], epochs integer[], kinds text[],
  client_ids uuid[], ops bigint[], connections uuid[], authors uuid[], relations text[], sessions uuid[],
  times bigint[], key_versions integer[], digests bytea[], contents bytea[])
RETURNS SETOF uuid
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE winners uuid[];
BEGIN
  PERFORM 1 FROM log_head h WHERE h.log_id = ANY (logs) ORDER BY h.log_id FOR NO KEY UPDATE;
  WITH batch AS (
    SELECT * FROM unnest(logs, seqs, prev_hashes, hashes, times, epochs)
      AS b (log_id, seq, prev_hash, hash, at_ms, epoch)
  ), ends AS (
    SELECT b.log_id, min(b.seq) AS first_seq, max(b.seq) AS last_seq FROM batch b GROUP BY b.log_id
  ), advanced AS (
    UPDATE log_head h SET seq = tail.seq, hash = tail.hash, at_ms = tail.at_ms, epoch = tail.epoch
    FROM ends e
    JOIN batch first ON first.log_id = e.log_id AND first.seq = e.first_seq
    JOIN batch tail ON tail.log_id = e.log_id AND tail.seq = e.last_seq
    WHERE h.log_id = e.log_id AND h.seq = e.first_seq - 1 AND h.hash = first.prev_hash
    RETURNING h.log_id
  )
  SELECT coalesce(array_agg(a.log_id), '{}') INTO winners FROM advanced a;
  INSERT INTO entry (clinic_id, log_id, seq, prev_hash, hash, epoch, kind, client_id, op, connection_id,
    author_id, relation, session_id, at_ms, key_version, digest, content)
  SELECT b.* FROM unnest(clinics, logs, seqs, prev_hashes, hashes, epochs, kinds, client_ids, ops, connections,
    authors, relations, sessions, times, key_versions, digests, contents)
    AS b (clinic_id, log_id, seq, prev_hash, hash, epoch, kind, client_id, op, connection_id,
      author_id, relation, session_id, at_ms, key_version, digest, content)
  WHERE b.log_id = ANY (winners);
  RETURN QUERY SELECT unnest(winners);
END $$;
REVOKE ALL ON FUNCTION commit_entries FROM PUBLIC;
GRANT EXECUTE ON FUNCTION commit_entries TO accord_app;
`
