import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Who found that a record does not hold, who was told, and who said that they know. docs/spec/history.md (HI20–HI23) */
export class TellOfAlarms20261122101000 implements MigrationInterface {
  name = 'TellOfAlarms20261122101000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(FINDERS)
    await queryRunner.query(TABLES)
    await queryRunner.query(ROW_LEVEL_SECURITY)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('who was told of an alarm is kept'))
  }
}

/** What a browser says stands as its reader's claim, in their own name. (HI20) */
const FINDERS = `
ALTER TABLE alert ADD COLUMN found_by text NOT NULL DEFAULT 'server'
    CHECK (found_by IN ('server', 'browser', 'witness')),
  ADD COLUMN reported_by uuid,
  ADD CHECK ((found_by = 'server') = (reported_by IS NULL)),
  ADD FOREIGN KEY (clinic_id, reported_by) REFERENCES membership (clinic_id, person_id);
CREATE POLICY reported_by_oneself ON alert AS RESTRICTIVE FOR INSERT WITH CHECK (
  reported_by IS NULL OR reported_by = ANY ((SELECT accord_people())::uuid[]));
CREATE INDEX alert_kind ON alert (clinic_id, kind);
`

/** The words of an acknowledgement are encrypted with a key of its own: the record's may be what is gone. (HI23) */
const TABLES = `
CREATE TABLE alert_notice (
  alert_id uuid NOT NULL REFERENCES alert,
  clinic_id uuid NOT NULL,
  person_id uuid NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (alert_id, person_id),
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id)
);
CREATE TABLE alert_acknowledgement (
  acknowledgement_id uuid PRIMARY KEY,
  alert_id uuid NOT NULL REFERENCES alert,
  clinic_id uuid NOT NULL,
  person_id uuid NOT NULL,
  at timestamptz NOT NULL,
  key_version integer NOT NULL,
  note bytea NOT NULL,
  UNIQUE (alert_id, person_id),
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id)
);
GRANT SELECT, INSERT ON alert_notice, alert_acknowledgement TO accord_app;
`

/** Both are seen where their alert is, whose policies ask for the log; one writes for oneself alone. */
const ROW_LEVEL_SECURITY = `
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['alert_notice', 'alert_acknowledgement'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_clinic ON %I USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
       WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))', name);
    EXECUTE format(
      'CREATE POLICY of_the_alert ON %1$I AS RESTRICTIVE USING (
        EXISTS (SELECT 1 FROM alert a WHERE a.alert_id = %1$I.alert_id))', name);
    EXECUTE format(
      'CREATE POLICY by_oneself ON %1$I AS RESTRICTIVE FOR INSERT WITH CHECK (
        person_id = ANY ((SELECT accord_people())::uuid[])
        AND EXISTS (SELECT 1 FROM alert a WHERE a.alert_id = %1$I.alert_id AND a.clinic_id = %1$I.clinic_id))', name);
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('CREATE TRIGGER never_truncated BEFORE TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
  END LOOP;
END $$;
`
