import type { MigrationInterface, QueryRunner } from 'typeorm'

/** That a clinic's records were restored: the epoch that began then, which heads bear before any entry does. (BR9) */
export class RememberRestorations20261122120000 implements MigrationInterface {
  name = 'RememberRestorations20261122120000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
CREATE TABLE restoration (
  clinic_id uuid NOT NULL REFERENCES clinic,
  epoch integer NOT NULL CHECK (epoch > 1),
  backup_at timestamptz NOT NULL,
  restored_at timestamptz NOT NULL,
  PRIMARY KEY (clinic_id, epoch)
);
ALTER TABLE restoration ENABLE ROW LEVEL SECURITY;
ALTER TABLE restoration FORCE ROW LEVEL SECURITY;
CREATE POLICY own_clinic ON restoration USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
  WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]));
CREATE POLICY read_to_verify ON restoration FOR SELECT TO accord_verifier USING (true);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON restoration
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON restoration
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT ON restoration TO accord_app, accord_verifier;
`)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('a restoration is not forgotten'))
  }
}
