import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Erasing a case, in functions that belong to accord_eraser. The application calls them within its own clinic; what they
 * do to rows it may not do itself. docs/spec/erasure.md
 */
export class EraseByFunction20261124010100 implements MigrationInterface {
  name = 'EraseByFunction20261124010100'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(INSIDE)
    await queryRunner.query(ASKED)
    await queryRunner.query(FINISHED)
    await queryRunner.query(AFTERWARDS)
    await queryRunner.query(BELONGS_TO_THE_ERASER)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('what was erased does not come back'))
  }
}

const AS_THE_ERASER = `LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp`

/** Called by the others alone. */
const INSIDE = `
CREATE FUNCTION shut_case(kase uuid, at timestamptz) RETURNS void ${AS_THE_ERASER} AS $$
BEGIN
  UPDATE clinic_case SET closed_at = coalesce(closed_at, at), erased_at = at
    WHERE case_id = kase AND erased_at IS NULL;
  UPDATE case_party SET until = at WHERE case_id = kase AND until IS NULL;
  UPDATE case_supervisor SET until = at WHERE case_id = kase AND until IS NULL;
END $$;
CREATE FUNCTION forget_case(kase uuid, but_last boolean) RETURNS void ${AS_THE_ERASER} AS $$
DECLARE part text;
BEGIN
  UPDATE entry e SET content = NULL FROM log l JOIN log_head h ON h.log_id = l.log_id
    WHERE l.case_id = kase AND e.log_id = l.log_id AND e.content IS NOT NULL AND (e.seq < h.seq OR NOT but_last);
  FOR part IN SELECT p.proname FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
    AND p.proowner = 'accord_eraser'::regrole AND p.proname LIKE 'erase\\_of\\_%' ORDER BY p.proname
  LOOP
    EXECUTE format('SELECT %I($1)', part) USING kase;
  END LOOP;
END $$;
`

const OWN = `c.clinic_id = of_clinic AND c.clinic_id = ANY (accord_clinics()::uuid[])`

/**
 * What is wanted is written down, and from then on nobody reads or writes in the case. (ER1) Then the keys to destroy are
 * named; the logs' heads are locked until the transaction ends, and so is the erasure itself: one process does it. (ER2)
 */
const ASKED = `
CREATE FUNCTION begin_erasing_case(of_clinic uuid, kase uuid, who uuid, asked uuid, law text, at timestamptz)
RETURNS boolean ${AS_THE_ERASER} AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM clinic_case c WHERE c.case_id = kase AND ${OWN}) THEN
    RETURN false;
  END IF;
  INSERT INTO erasure (subject_id, clinic_id, what, asked_by, request_id, rule, begun_at)
    VALUES (kase, of_clinic, 'case', who, asked, law, at) ON CONFLICT DO NOTHING;
  PERFORM shut_case(kase, at);
  RETURN EXISTS (SELECT 1 FROM erasure e WHERE e.subject_id = kase AND e.finished_at IS NULL);
END $$;
CREATE FUNCTION keys_to_erase(of_clinic uuid, kase uuid)
RETURNS TABLE (key_id uuid, seq bigint, hash bytea, at_ms bigint, epoch integer) ${AS_THE_ERASER} AS $$
#variable_conflict use_column
DECLARE part text;
BEGIN
  PERFORM 1 FROM erasure c WHERE c.subject_id = kase AND ${OWN} AND c.finished_at IS NULL FOR UPDATE;
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM 1 FROM log_head h WHERE h.log_id IN (SELECT l.log_id FROM log l WHERE l.case_id = kase)
    ORDER BY h.log_id FOR NO KEY UPDATE;
  RETURN QUERY SELECT h.log_id, h.seq, h.hash, h.at_ms, h.epoch FROM log_head h JOIN log l ON l.log_id = h.log_id
    WHERE l.case_id = kase ORDER BY h.log_id;
  FOR part IN SELECT p.proname FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
    AND p.proowner = 'accord_eraser'::regrole AND p.proname LIKE 'erase\\_keys\\_of\\_%' ORDER BY p.proname
  LOOP
    RETURN QUERY EXECUTE format('SELECT k, NULL::bigint, NULL::bytea, NULL::bigint, NULL::integer FROM %I($1) k', part)
      USING kase;
  END LOOP;
END $$;
`

/** All of it or nothing: the entry that says so, the emptied entries, the rows that go. (ER3, ER4) */
const FINISHED = `
CREATE FUNCTION finish_erasing_case(of_clinic uuid, kase uuid, who uuid, at timestamptz,
  logs uuid[], seqs bigint[], prev_hashes bytea[], hashes bytea[], epochs integer[], times bigint[],
  key_versions integer[], digests bytea[], contents bytea[])
RETURNS void ${AS_THE_ERASER} AS $$
DECLARE advanced integer;
BEGIN
  PERFORM 1 FROM erasure c WHERE c.subject_id = kase AND ${OWN} AND c.finished_at IS NULL FOR UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'no such erasure was begun'; END IF;
  UPDATE log_head h SET seq = b.seq, hash = b.hash, at_ms = b.at_ms, epoch = b.epoch
    FROM unnest(logs, seqs, prev_hashes, hashes, times, epochs) AS b (log_id, seq, prev_hash, hash, at_ms, epoch)
    JOIN log l ON l.log_id = b.log_id AND l.case_id = kase
    WHERE h.log_id = b.log_id AND h.seq = b.seq - 1 AND h.hash = b.prev_hash;
  GET DIAGNOSTICS advanced = ROW_COUNT;
  IF advanced <> (SELECT count(*) FROM log l WHERE l.case_id = kase) THEN
    RAISE EXCEPTION 'a log moved on while it was locked';
  END IF;
  INSERT INTO entry (clinic_id, log_id, seq, prev_hash, hash, epoch, kind, author_id, relation, at_ms, key_version,
      digest, content)
    SELECT of_clinic, b.log_id, b.seq, b.prev_hash, b.hash, b.epoch, 'erased', who, 'administrator', b.at_ms,
      b.key_version, b.digest, b.content
    FROM unnest(logs, seqs, prev_hashes, hashes, epochs, times, key_versions, digests, contents)
      AS b (log_id, seq, prev_hash, hash, epoch, at_ms, key_version, digest, content);
  PERFORM forget_case(kase, true);
  UPDATE erasure SET finished_at = at WHERE subject_id = kase;
END $$;
`

/** A database from before an erasure learns of it by what is kept outside of it, and forgets before anybody asks. (ER7) */
const AFTERWARDS = `
CREATE FUNCTION forget_buried(ids uuid[], at timestamptz) RETURNS void ${AS_THE_ERASER} AS $$
DECLARE kase uuid;
BEGIN
  INSERT INTO erasure (subject_id, clinic_id, what, rule, begun_at)
    SELECT c.case_id, c.clinic_id, 'case', 'restored', at FROM clinic_case c WHERE c.case_id = ANY (ids)
    ON CONFLICT DO NOTHING;
  FOR kase IN SELECT e.subject_id FROM erasure e
    WHERE e.what = 'case' AND e.finished_at IS NULL AND e.subject_id = ANY (ids)
  LOOP
    PERFORM shut_case(kase, at);
    PERFORM forget_case(kase, false);
  END LOOP;
END $$;
`

const SIGNATURES = [
  'begin_erasing_case(uuid, uuid, uuid, uuid, text, timestamptz)',
  'keys_to_erase(uuid, uuid)',
  `finish_erasing_case(uuid, uuid, uuid, timestamptz, uuid[], bigint[], bytea[], bytea[], integer[], bigint[],
    integer[], bytea[], bytea[])`,
  'forget_buried(uuid[], timestamptz)',
]
const PRIVATE = ['shut_case(uuid, timestamptz)', 'forget_case(uuid, boolean)']

const BELONGS_TO_THE_ERASER = `
GRANT CREATE ON SCHEMA public TO accord_eraser;
${[...SIGNATURES, ...PRIVATE].map((name) => `REVOKE ALL ON FUNCTION ${name} FROM PUBLIC;`).join('\n')}
${SIGNATURES.map((name) => `GRANT EXECUTE ON FUNCTION ${name} TO accord_app;`).join('\n')}
${[...SIGNATURES, ...PRIVATE].map((name) => `ALTER FUNCTION ${name} OWNER TO accord_eraser;`).join('\n')}
REVOKE CREATE ON SCHEMA public FROM accord_eraser;
`
