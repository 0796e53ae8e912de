import type { MigrationInterface, QueryRunner } from 'typeorm'

/** How clients like things, in their own words, every version of it. docs/spec/clinic.md (CL18–CL21) */
export class CreateComfortProfiles20261122080000 implements MigrationInterface {
  name = 'CreateComfortProfiles20261122080000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLE)
    await queryRunner.query(ROW_LEVEL_SECURITY)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('what clients wrote is not dropped'))
  }
}

const TABLE = `
CREATE TABLE comfort_version (
  case_id uuid NOT NULL,
  person_id uuid NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  clinic_id uuid NOT NULL,
  written_at timestamptz NOT NULL,
  written_by uuid NOT NULL,
  key_version integer NOT NULL,
  call_me bytea,
  languages bytea,
  interpreter bytea,
  temperature bytea,
  light bytea,
  sound bytea,
  touch bytea,
  scent bytea,
  words_to_avoid bytea,
  PRIMARY KEY (case_id, person_id, version),
  FOREIGN KEY (clinic_id, case_id) REFERENCES clinic_case (clinic_id, case_id),
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id),
  FOREIGN KEY (clinic_id, written_by) REFERENCES membership (clinic_id, person_id)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON comfort_version
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON comfort_version
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON comfort_version TO accord_app;
`

/**
 * The second wall: beside the clinic's policy stand two that ask who is reading and who is writing, of the relations as
 * they are at that moment. A transaction that names nobody sees no row. (CL18, CL21)
 */
const ROW_LEVEL_SECURITY = `
ALTER TABLE comfort_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE comfort_version FORCE ROW LEVEL SECURITY;
CREATE POLICY own_clinic ON comfort_version USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
  WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]));
CREATE POLICY read_in_the_case ON comfort_version AS RESTRICTIVE FOR SELECT USING (
  EXISTS (SELECT 1 FROM case_party p
    WHERE p.case_id = comfort_version.case_id AND p.until IS NULL
      AND p.person_id = ANY ((SELECT accord_people())::uuid[])
      AND (p.relation IN ('practitioner', 'guardian') OR p.person_id = comfort_version.person_id))
  OR EXISTS (SELECT 1 FROM case_supervisor s
    WHERE s.case_id = comfort_version.case_id AND s.until IS NULL
      AND s.person_id = ANY ((SELECT accord_people())::uuid[])));
CREATE POLICY written_by_client_or_guardian ON comfort_version AS RESTRICTIVE FOR INSERT WITH CHECK (
  written_by = ANY ((SELECT accord_people())::uuid[])
  AND EXISTS (SELECT 1 FROM clinic_case c WHERE c.case_id = comfort_version.case_id AND c.closed_at IS NULL)
  AND EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = comfort_version.case_id
    AND p.person_id = comfort_version.person_id AND p.relation = 'client' AND p.until IS NULL)
  AND EXISTS (SELECT 1 FROM case_party w WHERE w.case_id = comfort_version.case_id AND w.person_id = written_by
    AND w.until IS NULL AND (w.relation = 'guardian' OR w.person_id = comfort_version.person_id)));
`
