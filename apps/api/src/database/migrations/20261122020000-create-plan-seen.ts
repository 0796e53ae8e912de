import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Up to when each person has seen each plan. docs/spec/attention.md (AT8) */
export class CreatePlanSeen20261122020000 implements MigrationInterface {
  name = 'CreatePlanSeen20261122020000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLE)
    await queryRunner.query(ROW_LEVEL_SECURITY)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE plan_seen')
  }
}

const TABLE = `
CREATE TABLE plan_seen (
  log_id uuid NOT NULL,
  person_id uuid NOT NULL,
  clinic_id uuid NOT NULL,
  up_to_ms bigint NOT NULL CHECK (up_to_ms >= 0),
  PRIMARY KEY (log_id, person_id),
  FOREIGN KEY (clinic_id, log_id) REFERENCES log (clinic_id, log_id),
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id)
);
CREATE INDEX plan_seen_person ON plan_seen (person_id);
GRANT SELECT, INSERT, UPDATE (up_to_ms) ON plan_seen TO accord_app;
`

const ROW_LEVEL_SECURITY = `
ALTER TABLE plan_seen ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_seen FORCE ROW LEVEL SECURITY;
CREATE POLICY own_clinic ON plan_seen USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
  WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]));
`
