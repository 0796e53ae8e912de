import type { MigrationInterface, QueryRunner } from 'typeorm'
import { eraseWithCase } from '../erasing.js'

/** Guardians' parts that end by rule. docs/spec/guardians.md */
export class EndGuardians20261124040100 implements MigrationInterface {
  name = 'EndGuardians20261124040100'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(RULE)
    await queryRunner.query(ENDS)
    await queryRunner.query(COMING_OF_AGE)
    await queryRunner.query(WALLS('guardian_rule'))
    await queryRunner.query(WALLS('guardian_end'))
    await queryRunner.query(WHO_WRITES)
    await queryRunner.query(eraseWithCase([{ table: 'guardian_end', rows: 'case_id = kase', turn: 1 }]))
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('why a part ended is kept'))
  }
}

/** What a clinic decided; none about a client, so not encrypted. Where it decided nothing it is 18. (GU1) */
const RULE = `
CREATE TABLE guardian_rule (
  clinic_id uuid NOT NULL REFERENCES clinic,
  version integer NOT NULL CHECK (version > 0),
  jurisdiction text NOT NULL CHECK (jurisdiction IN ('other', 'GB', 'US', 'DE')),
  age integer NOT NULL CHECK (age BETWEEN 12 AND 21),
  edited_by uuid NOT NULL,
  edited_at timestamptz NOT NULL,
  PRIMARY KEY (clinic_id, version),
  FOREIGN KEY (clinic_id, edited_by) REFERENCES membership (clinic_id, person_id)
);
GRANT SELECT, INSERT ON guardian_rule TO accord_app;
`

/** Which part the rule ended, by which age, and when it was done. (GU4) */
const ENDS = `
CREATE TABLE guardian_end (
  clinic_id uuid NOT NULL,
  case_id uuid NOT NULL,
  person_id uuid NOT NULL,
  since timestamptz NOT NULL,
  age integer NOT NULL,
  ends_at timestamptz NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (case_id, person_id, since),
  FOREIGN KEY (case_id, person_id, since) REFERENCES case_party (case_id, person_id, since),
  FOREIGN KEY (clinic_id, case_id) REFERENCES clinic_case (clinic_id, case_id)
);
CREATE INDEX case_party_guardians ON case_party (case_id) WHERE relation = 'guardian' AND until IS NULL;
GRANT SELECT, INSERT ON guardian_end TO accord_app;
`

/**
 * The first moment of that day where the clinic is. Of several clients the last to come of age counts; one whose day of birth
 * nobody knows holds nothing up. (GU2, GU3)
 */
const COMING_OF_AGE = `
CREATE FUNCTION comes_of_age(born date, years integer) RETURNS date
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT (born + make_interval(years => years))::date
    + CASE WHEN extract(day FROM born) <> extract(day FROM born + make_interval(years => years)) THEN 1 ELSE 0 END
$$;
CREATE FUNCTION guardian_age(of_clinic uuid) RETURNS integer
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce((SELECT r.age FROM guardian_rule r WHERE r.clinic_id = of_clinic ORDER BY r.version DESC LIMIT 1), 18)
$$;
CREATE FUNCTION guardians_end_at(of_case uuid) RETURNS timestamptz
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT max(comes_of_age(f.date_of_birth, guardian_age(p.clinic_id)))::timestamp AT TIME ZONE coalesce(
    (SELECT s.time_zone FROM clinic_settings s WHERE s.clinic_id = p.clinic_id), 'UTC')
  FROM case_party p JOIN client_profile f ON f.clinic_id = p.clinic_id AND f.person_id = p.person_id
  WHERE p.case_id = of_case AND p.relation = 'client' AND p.until IS NULL GROUP BY p.clinic_id
$$;
REVOKE ALL ON FUNCTION comes_of_age(date, integer), guardian_age(uuid), guardians_end_at(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION comes_of_age(date, integer), guardian_age(uuid), guardians_end_at(uuid) TO accord_app;
`

const WALLS = (table: string) => `
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY own_clinic ON ${table} USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
  WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]));
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`

/** Administrators set the rule; a part ends by it on its day and not before. (GU1, GU4) */
const WHO_WRITES = `
CREATE POLICY set_by_an_administrator ON guardian_rule AS RESTRICTIVE FOR INSERT WITH CHECK (
  edited_by = ANY ((SELECT accord_people())::uuid[]) AND EXISTS (SELECT 1 FROM membership m
    WHERE m.clinic_id = guardian_rule.clinic_id AND m.person_id = edited_by AND 'administrator' = ANY (m.roles)));
CREATE POLICY ended_on_the_day ON guardian_end AS RESTRICTIVE FOR INSERT WITH CHECK (ends_at <= now()
  AND EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = guardian_end.case_id AND p.person_id = guardian_end.person_id
    AND p.since = guardian_end.since AND p.relation = 'guardian'));
`
