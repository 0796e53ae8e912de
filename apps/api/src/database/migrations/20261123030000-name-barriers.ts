import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What gets in the way of working together, and since how many sessions it may lie. docs/spec/barriers.md */
export class NameBarriers20261123030000 implements MigrationInterface {
  name = 'NameBarriers20261123030000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(BARRIERS)
    await queryRunner.query(WHO_SEES_AND_WRITES)
    await queryRunner.query(UNTOUCHED)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('what people said gets in the way is not dropped'))
  }
}

/** `barrier` says whose it is; its kind and every word stand encrypted in its entries, of which no row is changed. (BA2, BA4) */
const BARRIERS = `
CREATE TABLE barrier (
  barrier_id uuid PRIMARY KEY,
  clinic_id uuid NOT NULL,
  case_id uuid NOT NULL,
  client_id uuid NOT NULL,
  UNIQUE (clinic_id, barrier_id),
  FOREIGN KEY (clinic_id, case_id) REFERENCES clinic_case (clinic_id, case_id),
  FOREIGN KEY (clinic_id, client_id) REFERENCES membership (clinic_id, person_id)
);
CREATE INDEX barrier_of_case ON barrier (case_id);
CREATE TABLE barrier_entry (
  barrier_id uuid NOT NULL,
  seq integer NOT NULL CHECK (seq > 0),
  clinic_id uuid NOT NULL,
  station text CHECK (station IN ('noticed', 'talked', 'changed')),
  at timestamptz NOT NULL,
  person_id uuid NOT NULL,
  key_version integer NOT NULL,
  content bytea,
  PRIMARY KEY (barrier_id, seq),
  CHECK (seq > 1 OR (station IS NOT NULL AND station = 'noticed' AND content IS NOT NULL)),
  CHECK (station IS NOT NULL OR content IS NOT NULL),
  FOREIGN KEY (clinic_id, barrier_id) REFERENCES barrier (clinic_id, barrier_id),
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON barrier FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON barrier FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON barrier_entry
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON barrier_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON barrier, barrier_entry TO accord_app;
`

/** The second wall: its client, and the practitioners and supervisors of now; a client notices and says, and moves nothing. (BA3) */
const WHO_SEES_AND_WRITES = `
ALTER TABLE barrier ENABLE ROW LEVEL SECURITY;
ALTER TABLE barrier FORCE ROW LEVEL SECURITY;
ALTER TABLE barrier_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE barrier_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY own_clinic ON barrier USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
  WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]));
CREATE POLICY own_clinic ON barrier_entry USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
  WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]));
CREATE POLICY read_by_client_and_staff ON barrier AS RESTRICTIVE FOR SELECT USING (
  EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = barrier.case_id AND p.until IS NULL
    AND p.person_id = ANY ((SELECT accord_people())::uuid[])
    AND (p.relation = 'practitioner' OR (p.relation = 'client' AND p.person_id = barrier.client_id)))
  OR EXISTS (SELECT 1 FROM case_supervisor s WHERE s.case_id = barrier.case_id AND s.until IS NULL
    AND s.person_id = ANY ((SELECT accord_people())::uuid[])));
CREATE POLICY noticed_by_client_or_practitioner ON barrier AS RESTRICTIVE FOR INSERT WITH CHECK (
  EXISTS (SELECT 1 FROM clinic_case c WHERE c.case_id = barrier.case_id AND c.closed_at IS NULL)
  AND EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = barrier.case_id AND p.person_id = barrier.client_id
    AND p.relation = 'client' AND p.until IS NULL)
  AND EXISTS (SELECT 1 FROM case_party w WHERE w.case_id = barrier.case_id AND w.until IS NULL
    AND w.person_id = ANY ((SELECT accord_people())::uuid[])
    AND (w.relation = 'practitioner' OR w.person_id = barrier.client_id)));
CREATE POLICY read_with_its_barrier ON barrier_entry AS RESTRICTIVE FOR SELECT USING (
  EXISTS (SELECT 1 FROM barrier b WHERE b.barrier_id = barrier_entry.barrier_id));
CREATE POLICY written_by_client_or_practitioner ON barrier_entry AS RESTRICTIVE FOR INSERT WITH CHECK (
  person_id = ANY ((SELECT accord_people())::uuid[])
  AND EXISTS (SELECT 1 FROM barrier b JOIN clinic_case c ON c.case_id = b.case_id AND c.closed_at IS NULL
    JOIN case_party w ON w.case_id = b.case_id AND w.until IS NULL AND w.person_id = barrier_entry.person_id
    WHERE b.barrier_id = barrier_entry.barrier_id
      AND (w.relation = 'practitioner'
        OR (w.relation = 'client' AND w.person_id = b.client_id
          AND (barrier_entry.seq = 1 OR barrier_entry.station IS NULL)))));
`

/** One more number that something is decided by. (ME3, BA5) */
const UNTOUCHED = `
ALTER TABLE measure_threshold_edition DROP CONSTRAINT measure_threshold_edition_use_check;
ALTER TABLE measure_threshold_edition ADD CONSTRAINT measure_threshold_edition_use_check CHECK (use IN
  ('reliable-change', 'caseness', 'baseline', 'smallest-change', 'unanswered', 'escalate-after', 'untouched'));
`
