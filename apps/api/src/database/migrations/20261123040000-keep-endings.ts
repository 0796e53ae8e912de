import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What people leave with, and for how long clients read on. docs/spec/ending.md */
export class KeepEndings20261123040000 implements MigrationInterface {
  name = 'KeepEndings20261123040000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(READING)
    await queryRunner.query(TABLES)
    await queryRunner.query(CLOSED)
    await queryRunner.query(ROW_LEVEL_SECURITY)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('what people left with is kept'))
  }
}

/**
 * The days that a clinic sets, every version. Of those in force when a case closed and of all later ones the greatest counts,
 * so that nobody loses a day that they were promised. It asks as whoever asks: row-level security shows them their clinic.
 * (EN10, EN11)
 */
const READING = `
CREATE TABLE reading_days (
  clinic_id uuid NOT NULL REFERENCES clinic,
  version integer NOT NULL CHECK (version > 0),
  days integer NOT NULL CHECK (days BETWEEN 30 AND 3650),
  edited_by uuid NOT NULL,
  edited_at timestamptz NOT NULL,
  PRIMARY KEY (clinic_id, version),
  FOREIGN KEY (clinic_id, edited_by) REFERENCES membership (clinic_id, person_id)
);
CREATE FUNCTION clients_read_until(clinic uuid, closed timestamptz) RETURNS timestamptz
LANGUAGE sql STABLE AS $$
  SELECT closed + make_interval(days => greatest(
    coalesce((SELECT r.days FROM reading_days r WHERE r.clinic_id = clinic AND r.edited_at <= closed
      ORDER BY r.version DESC LIMIT 1), 365),
    coalesce((SELECT max(r.days) FROM reading_days r WHERE r.clinic_id = clinic AND r.edited_at > closed), 0)))
$$;
REVOKE ALL ON FUNCTION clients_read_until(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION clients_read_until(uuid, timestamptz) TO accord_app;
GRANT SELECT, INSERT ON reading_days TO accord_app;
`

/** A pack is the fold of its acts; their words are encrypted with the key of the case's plan. (EN8) */
const TABLES = `
CREATE TABLE ending (
  ending_id uuid PRIMARY KEY,
  clinic_id uuid NOT NULL,
  case_id uuid NOT NULL UNIQUE,
  begun_by uuid NOT NULL,
  begun_at timestamptz NOT NULL,
  UNIQUE (clinic_id, ending_id),
  FOREIGN KEY (clinic_id, case_id) REFERENCES clinic_case (clinic_id, case_id),
  FOREIGN KEY (clinic_id, begun_by) REFERENCES membership (clinic_id, person_id)
);
CREATE TABLE ending_act (
  ending_id uuid NOT NULL,
  seq integer NOT NULL CHECK (seq > 0),
  clinic_id uuid NOT NULL,
  person_id uuid NOT NULL,
  at timestamptz NOT NULL,
  key_version integer NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (ending_id, seq),
  FOREIGN KEY (clinic_id, ending_id) REFERENCES ending (clinic_id, ending_id),
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id)
);
CREATE TABLE ending_pack (
  ending_id uuid PRIMARY KEY,
  clinic_id uuid NOT NULL,
  seq integer NOT NULL,
  closed_by uuid NOT NULL,
  closed_at timestamptz NOT NULL,
  key_version integer NOT NULL,
  content bytea NOT NULL,
  FOREIGN KEY (clinic_id, ending_id) REFERENCES ending (clinic_id, ending_id),
  FOREIGN KEY (ending_id, seq) REFERENCES ending_act (ending_id, seq),
  FOREIGN KEY (clinic_id, closed_by) REFERENCES membership (clinic_id, person_id)
);
CREATE TABLE ending_addendum (
  ending_id uuid NOT NULL REFERENCES ending_pack (ending_id),
  number integer NOT NULL CHECK (number > 0),
  clinic_id uuid NOT NULL,
  person_id uuid NOT NULL,
  at timestamptz NOT NULL,
  key_version integer NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (ending_id, number),
  FOREIGN KEY (clinic_id, ending_id) REFERENCES ending (clinic_id, ending_id),
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id)
);
GRANT SELECT, INSERT ON ending, ending_act, ending_pack, ending_addendum TO accord_app;
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['reading_days', 'ending', 'ending_act', 'ending_pack', 'ending_addendum'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_clinic ON %I USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
      WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))', name);
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('CREATE TRIGGER never_truncated BEFORE TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
  END LOOP;
END $$;
`

/** A closed pack takes no further act, and is closed over the last one: whoever asks, the tables' owner as well. (EN7) */
const CLOSED = `
CREATE FUNCTION closed_pack_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM ending_pack k WHERE k.ending_id = NEW.ending_id) THEN
    RAISE EXCEPTION 'a closed pack takes no further act';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER pack_stays BEFORE INSERT ON ending_act FOR EACH ROW EXECUTE FUNCTION closed_pack_stays();
CREATE FUNCTION pack_holds_every_act() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.seq <> (SELECT max(a.seq) FROM ending_act a WHERE a.ending_id = NEW.ending_id) THEN
    RAISE EXCEPTION 'a pack is closed over its last act';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER holds_every_act BEFORE INSERT ON ending_pack
  FOR EACH ROW EXECUTE FUNCTION pack_holds_every_act();
`

const ME = `ANY ((SELECT accord_people())::uuid[])`
const OPEN = `EXISTS (SELECT 1 FROM clinic_case c WHERE c.case_id = ending.case_id AND c.closed_at IS NULL)`
const READING_ON = `EXISTS (SELECT 1 FROM clinic_case c WHERE c.case_id = ending.case_id
  AND (c.closed_at IS NULL OR clients_read_until(c.clinic_id, c.closed_at) > now()))`
const PARTY = (relations: string) => `EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = ending.case_id
  AND p.until IS NULL AND p.person_id = ${ME} AND p.relation IN (${relations}))`
const SUPERVISES = `EXISTS (SELECT 1 FROM case_supervisor s WHERE s.case_id = ending.case_id AND s.until IS NULL
  AND s.person_id = ${ME})`
const READER = `(${PARTY(`'practitioner'`)} OR ${SUPERVISES}
  OR (${PARTY(`'client', 'guardian'`)} AND ${READING_ON}))`
const OF_ENDING = (table: string, when: string) =>
  `EXISTS (SELECT 1 FROM ending WHERE ending.ending_id = ${table}.ending_id AND ${when})`
const ANY_PARTY = PARTY(`'client', 'guardian', 'practitioner'`)
const PRACTITIONER = PARTY(`'practitioner'`)

/** The second wall: who reads and who writes, by the relations of that moment. (EN7, EN8, EN10, EN12) */
const ROW_LEVEL_SECURITY = `
CREATE POLICY read_in_the_case ON ending AS RESTRICTIVE FOR SELECT USING (${READER});
CREATE POLICY begun_by_practitioner ON ending AS RESTRICTIVE FOR INSERT WITH CHECK (
  begun_by = ${ME} AND ${PRACTITIONER} AND ${OPEN});
CREATE POLICY read_with_it ON ending_act AS RESTRICTIVE FOR SELECT USING (${OF_ENDING('ending_act', 'true')});
CREATE POLICY done_by_a_party ON ending_act AS RESTRICTIVE FOR INSERT WITH CHECK (
  person_id = ${ME} AND ${OF_ENDING('ending_act', `${ANY_PARTY} AND ${OPEN}`)});
CREATE POLICY read_with_it ON ending_pack AS RESTRICTIVE FOR SELECT USING (${OF_ENDING('ending_pack', 'true')});
CREATE POLICY closed_by_practitioner ON ending_pack AS RESTRICTIVE FOR INSERT WITH CHECK (
  closed_by = ${ME} AND ${OF_ENDING('ending_pack', `${PRACTITIONER} AND ${OPEN}`)});
CREATE POLICY read_with_it ON ending_addendum AS RESTRICTIVE FOR SELECT USING (${OF_ENDING('ending_addendum', 'true')});
CREATE POLICY added_by_a_party ON ending_addendum AS RESTRICTIVE FOR INSERT WITH CHECK (
  person_id = ${ME} AND ${OF_ENDING('ending_addendum', `${ANY_PARTY} AND ${OPEN}`)});
CREATE POLICY set_by_an_administrator ON reading_days AS RESTRICTIVE FOR INSERT WITH CHECK (edited_by = ${ME}
  AND EXISTS (SELECT 1 FROM membership m WHERE m.clinic_id = reading_days.clinic_id
    AND m.person_id = reading_days.edited_by AND 'administrator' = ANY (m.roles)));
`
