import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Who did what in a clinic, one chain each. docs/spec/audit.md describes every column and the hash. */
export class ChainAudit20261122170000 implements MigrationInterface {
  name = 'ChainAudit20261122170000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLES)
    await queryRunner.query(ROW_LEVEL_SECURITY)
    await queryRunner.query(APPEND)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('the audit is not dropped'))
  }
}

const TABLES = `
CREATE TABLE audit_head (
  clinic_id uuid PRIMARY KEY REFERENCES clinic,
  seq bigint NOT NULL CHECK (seq >= 0),
  hash bytea NOT NULL CHECK (length(hash) = 32),
  at_ms bigint NOT NULL
) WITH (fillfactor = 50);
CREATE TABLE audit_event (
  clinic_id uuid NOT NULL REFERENCES clinic,
  seq bigint NOT NULL CHECK (seq > 0),
  prev_hash bytea NOT NULL CHECK (length(prev_hash) = 32),
  hash bytea NOT NULL CHECK (length(hash) = 32),
  at_ms bigint NOT NULL,
  person_id uuid,
  audience text NOT NULL CHECK (audience IN ('console', 'portal')),
  roles text NOT NULL,
  action text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('done', 'refused', 'failed')),
  code text,
  case_id uuid,
  about_id uuid,
  address text NOT NULL,
  request_id text,
  PRIMARY KEY (clinic_id, seq),
  UNIQUE (clinic_id, prev_hash)
);
CREATE INDEX audit_event_person ON audit_event (clinic_id, person_id, seq);
CREATE INDEX audit_event_case ON audit_event (clinic_id, case_id, seq) WHERE case_id IS NOT NULL;
CREATE INDEX audit_event_at ON audit_event (clinic_id, at_ms);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit_event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON audit_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON audit_event TO accord_app;
GRANT SELECT, INSERT ON audit_head TO accord_app;
GRANT UPDATE (seq, hash, at_ms) ON audit_head TO accord_app;
GRANT SELECT ON audit_event, audit_head TO accord_verifier;
`

/** Shown to administrators alone; whoever adds sees only the head. (AU5) */
const ROW_LEVEL_SECURITY = `
ALTER TABLE audit_head ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_head FORCE ROW LEVEL SECURITY;
ALTER TABLE audit_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_event FORCE ROW LEVEL SECURITY;
CREATE POLICY own_clinic ON audit_head USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
  WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]));
CREATE POLICY own_clinic ON audit_event USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
  WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]));
CREATE POLICY verified_whole ON audit_head FOR SELECT TO accord_verifier USING (true);
CREATE POLICY verified_whole ON audit_event FOR SELECT TO accord_verifier USING (true);
CREATE POLICY read_by_administrators ON audit_event AS RESTRICTIVE FOR SELECT TO accord_app USING (
  EXISTS (SELECT 1 FROM membership m WHERE m.clinic_id = audit_event.clinic_id
    AND 'administrator' = ANY (m.roles) AND m.person_id = ANY ((SELECT accord_people())::uuid[])));
`

/** The hash is computed where the row is stored, so that no process needs to know the head. (AU4) */
const APPEND = `
CREATE FUNCTION audit_field(value text) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN value IS NULL THEN '\\xffffffff'::bytea
    ELSE int4send(octet_length(convert_to(value, 'UTF8'))) || convert_to(value, 'UTF8') END
$$;
CREATE FUNCTION append_audit(acts jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  act record;
  head audit_head;
  moment bigint;
  fresh bytea;
BEGIN
  INSERT INTO audit_head (clinic_id, seq, hash, at_ms)
    SELECT DISTINCT a.clinic, 0::bigint,
      sha256(convert_to('accord/audit-genesis/1', 'UTF8') || audit_field(a.clinic::text)), 0::bigint
    FROM jsonb_to_recordset(acts) AS a(clinic uuid)
    ON CONFLICT DO NOTHING;
  PERFORM 1 FROM audit_head h WHERE h.clinic_id IN (
    SELECT a.clinic FROM jsonb_to_recordset(acts) AS a(clinic uuid)) ORDER BY h.clinic_id FOR NO KEY UPDATE;
  FOR act IN SELECT * FROM jsonb_to_recordset(acts) AS a(clinic uuid, at bigint, person uuid, audience text,
    roles text, action text, outcome text, code text, "case" uuid, about uuid, address text, request text)
  LOOP
    SELECT * INTO head FROM audit_head h WHERE h.clinic_id = act.clinic;
    moment := greatest(act.at, head.at_ms);
    fresh := sha256(convert_to('accord/audit/1', 'UTF8')
      || audit_field(act.clinic::text) || audit_field((head.seq + 1)::text) || int4send(32) || head.hash
      || audit_field(moment::text) || audit_field(act.person::text) || audit_field(act.audience)
      || audit_field(act.roles) || audit_field(act.action) || audit_field(act.outcome) || audit_field(act.code)
      || audit_field(act."case"::text) || audit_field(act.about::text) || audit_field(act.address)
      || audit_field(act.request));
    INSERT INTO audit_event (clinic_id, seq, prev_hash, hash, at_ms, person_id, audience, roles, action, outcome,
      code, case_id, about_id, address, request_id)
    VALUES (act.clinic, head.seq + 1, head.hash, fresh, moment, act.person, act.audience, act.roles, act.action,
      act.outcome, act.code, act."case", act.about, act.address, act.request);
    UPDATE audit_head SET seq = head.seq + 1, hash = fresh, at_ms = moment WHERE clinic_id = act.clinic;
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION append_audit(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION append_audit(jsonb) TO accord_app;
`
