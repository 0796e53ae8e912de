import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A clinic's own thresholds are changed by whoever runs it, dated and with a reason; the old ones stay. (ME3) */
export class DateThresholds20261122220200 implements MigrationInterface {
  name = 'DateThresholds20261122220200'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(EDITIONS)
    await queryRunner.query(CARRY_OVER)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('what decided about charts and alerts is kept'))
  }
}

/** The highest edition of a row is the one that counts; a row without one has the domain's default. */
const EDITIONS = `
CREATE TABLE measure_threshold_edition (
  clinic_id uuid NOT NULL REFERENCES clinic (clinic_id),
  instrument text NOT NULL,
  version text NOT NULL,
  population text NOT NULL,
  use text NOT NULL CHECK (use IN
    ('reliable-change', 'caseness', 'baseline', 'smallest-change', 'unanswered', 'escalate-after')),
  edition integer NOT NULL CHECK (edition > 0),
  value numeric NOT NULL CHECK (value > 0),
  direction text NOT NULL CHECK (direction IN ('higher-is-better', 'lower-is-better')),
  citation text NOT NULL CHECK (citation <> ''),
  reason text NOT NULL,
  edited_by uuid,
  edited_at timestamptz NOT NULL,
  PRIMARY KEY (clinic_id, instrument, version, population, use, edition),
  FOREIGN KEY (clinic_id, edited_by) REFERENCES membership (clinic_id, person_id)
);
GRANT SELECT, INSERT ON measure_threshold_edition TO accord_app;
ALTER TABLE measure_threshold_edition ENABLE ROW LEVEL SECURITY;
ALTER TABLE measure_threshold_edition FORCE ROW LEVEL SECURITY;
CREATE POLICY own_clinic ON measure_threshold_edition USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
  WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]));
CREATE POLICY by_an_administrator ON measure_threshold_edition AS RESTRICTIVE FOR INSERT WITH CHECK (
  edited_by = ANY ((SELECT accord_people())::uuid[])
  AND EXISTS (SELECT 1 FROM membership m WHERE m.clinic_id = measure_threshold_edition.clinic_id
    AND m.person_id = edited_by AND 'administrator' = ANY (m.roles)));
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON measure_threshold_edition
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON measure_threshold_edition
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`

/** Nobody could change the table before from within Accord; who wrote into it by hand keeps what they wrote. */
const CARRY_OVER = `
ALTER TABLE measure_threshold NO FORCE ROW LEVEL SECURITY;
ALTER TABLE measure_threshold_edition NO FORCE ROW LEVEL SECURITY;
INSERT INTO measure_threshold_edition (clinic_id, instrument, version, population, use, edition, value, direction,
  citation, reason, edited_at)
SELECT clinic_id, instrument, version, population, use, 1, value, direction, citation, '', now() FROM measure_threshold;
ALTER TABLE measure_threshold_edition FORCE ROW LEVEL SECURITY;
DROP TABLE measure_threshold;
`
