import type { MigrationInterface, QueryRunner } from 'typeorm'

/** How a clinic's queues decide is changed by whoever runs it, and every change stays readable. (SQ20) */
export class VersionSupervisionPolicy20261122100000 implements MigrationInterface {
  name = 'VersionSupervisionPolicy20261122100000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(VERSIONS)
    await queryRunner.query(ROW_LEVEL_SECURITY)
    await queryRunner.query(CARRY_OVER)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('what queues were decided by is kept'))
  }
}

/** A clinic's own choices, none about a client: they are not encrypted. A clinic without a row has the domain's defaults. */
const VERSIONS = `
CREATE TABLE supervision_policy_version (
  clinic_id uuid NOT NULL REFERENCES clinic,
  version integer NOT NULL CHECK (version > 0),
  agreement_days integer NOT NULL CHECK (agreement_days > 0),
  unread_week_days integer NOT NULL CHECK (unread_week_days > 0),
  unread_today_days integer NOT NULL CHECK (unread_today_days > unread_week_days),
  never_read_days integer NOT NULL CHECK (never_read_days >= 0),
  unsigned_days integer NOT NULL CHECK (unsigned_days > 0),
  ask_days integer NOT NULL CHECK (ask_days > 0),
  hours_rules text[] NOT NULL CHECK (cardinality(hours_rules) > 0),
  edited_by uuid,
  edited_at timestamptz NOT NULL,
  PRIMARY KEY (clinic_id, version),
  FOREIGN KEY (clinic_id, edited_by) REFERENCES membership (clinic_id, person_id)
);
GRANT SELECT, INSERT ON supervision_policy_version TO accord_app;
`

const ROW_LEVEL_SECURITY = `
ALTER TABLE supervision_policy_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE supervision_policy_version FORCE ROW LEVEL SECURITY;
CREATE POLICY own_clinic ON supervision_policy_version USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
  WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]));
CREATE POLICY edited_by_oneself ON supervision_policy_version AS RESTRICTIVE FOR INSERT WITH CHECK (
  edited_by = ANY ((SELECT accord_people())::uuid[])
  AND EXISTS (SELECT 1 FROM membership m WHERE m.clinic_id = supervision_policy_version.clinic_id
    AND m.person_id = edited_by AND 'administrator' = ANY (m.roles)));
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON supervision_policy_version
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON supervision_policy_version
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`

/** Nobody could change the table before from within Accord; who wrote into it by hand keeps what they wrote. */
const CARRY_OVER = `
ALTER TABLE supervision_policy NO FORCE ROW LEVEL SECURITY;
ALTER TABLE supervision_policy_version NO FORCE ROW LEVEL SECURITY;
INSERT INTO supervision_policy_version (clinic_id, version, agreement_days, unread_week_days, unread_today_days,
  never_read_days, unsigned_days, ask_days, hours_rules, edited_at)
SELECT clinic_id, 1, agreement_days, unread_week_days, unread_today_days, never_read_days, 7, 7, hours_rules, now()
FROM supervision_policy WHERE cardinality(hours_rules) > 0;
ALTER TABLE supervision_policy_version FORCE ROW LEVEL SECURITY;
DROP TABLE supervision_policy;
`
