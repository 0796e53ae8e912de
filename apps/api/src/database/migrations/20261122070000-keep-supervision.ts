import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What a supervisor and a practitioner keep together, and how a clinic's queues decide. docs/spec/supervision.md */
export class KeepSupervision20261122070000 implements MigrationInterface {
  name = 'KeepSupervision20261122070000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(PAIRS)
    await queryRunner.query(LOG)
    await queryRunner.query(SETTINGS)
    await queryRunner.query(ROW_LEVEL_SECURITY)
    await queryRunner.query(APPEND_ONLY)
    await queryRunner.query(GRANTS)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('a signed supervision log is not dropped'))
  }
}

/** A pair's id names its key in the key store. Words of an item lie encrypted with it. (SQ14) */
const PAIRS = `
CREATE TABLE supervision (
  supervision_id uuid PRIMARY KEY,
  clinic_id uuid NOT NULL,
  supervisor_id uuid NOT NULL,
  practitioner_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  UNIQUE (clinic_id, supervisor_id, practitioner_id),
  UNIQUE (clinic_id, supervision_id),
  CHECK (supervisor_id <> practitioner_id),
  FOREIGN KEY (clinic_id, supervisor_id) REFERENCES membership (clinic_id, person_id),
  FOREIGN KEY (clinic_id, practitioner_id) REFERENCES membership (clinic_id, person_id)
);
CREATE TABLE agenda_item (
  agenda_item_id uuid PRIMARY KEY,
  clinic_id uuid NOT NULL,
  supervision_id uuid NOT NULL,
  added_by uuid NOT NULL,
  added_at timestamptz NOT NULL,
  about text NOT NULL CHECK (about IN ('topic', 'goal', 'moment', 'comment')),
  case_id uuid,
  goal_id uuid,
  comment_id uuid,
  seq bigint,
  key_version integer NOT NULL,
  content bytea NOT NULL,
  place integer NOT NULL,
  discussed_at timestamptz,
  discussed_in uuid,
  CHECK ((about = 'topic') = (case_id IS NULL)),
  CHECK ((about = 'moment') = (seq IS NOT NULL)),
  CHECK ((about = 'comment') = (comment_id IS NOT NULL)),
  FOREIGN KEY (clinic_id, supervision_id) REFERENCES supervision (clinic_id, supervision_id),
  FOREIGN KEY (clinic_id, case_id) REFERENCES clinic_case (clinic_id, case_id)
);
CREATE INDEX agenda_item_pair ON agenda_item (supervision_id, place);
`

/** A meeting is its versions; a signature is of one of them, by its hash. (SQ10) */
const LOG = `
CREATE TABLE supervision_meeting (
  meeting_id uuid PRIMARY KEY,
  clinic_id uuid NOT NULL,
  supervision_id uuid NOT NULL,
  UNIQUE (clinic_id, supervision_id, meeting_id),
  FOREIGN KEY (clinic_id, supervision_id) REFERENCES supervision (clinic_id, supervision_id)
);
CREATE INDEX supervision_meeting_pair ON supervision_meeting (supervision_id);
CREATE TABLE meeting_version (
  meeting_id uuid NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  clinic_id uuid NOT NULL,
  supervision_id uuid NOT NULL,
  held_on date NOT NULL,
  written_by uuid NOT NULL,
  written_at timestamptz NOT NULL,
  hash bytea NOT NULL CHECK (length(hash) = 32),
  key_version integer NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (meeting_id, version),
  FOREIGN KEY (clinic_id, supervision_id, meeting_id)
    REFERENCES supervision_meeting (clinic_id, supervision_id, meeting_id)
);
CREATE TABLE meeting_signature (
  meeting_id uuid NOT NULL,
  version integer NOT NULL,
  clinic_id uuid NOT NULL,
  supervision_id uuid NOT NULL,
  signed_by uuid NOT NULL,
  signed_at timestamptz NOT NULL,
  hash bytea NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (meeting_id, version, signed_by),
  FOREIGN KEY (meeting_id, version) REFERENCES meeting_version (meeting_id, version),
  FOREIGN KEY (clinic_id, supervision_id, meeting_id)
    REFERENCES supervision_meeting (clinic_id, supervision_id, meeting_id)
);
`

/** Thresholds in whole days. A clinic without a row has the defaults of the domain. (SQ3, SQ6, SQ13) */
const SETTINGS = `
CREATE TABLE supervision_policy (
  clinic_id uuid PRIMARY KEY REFERENCES clinic,
  agreement_days integer NOT NULL CHECK (agreement_days > 0),
  unread_week_days integer NOT NULL CHECK (unread_week_days > 0),
  unread_today_days integer NOT NULL CHECK (unread_today_days > unread_week_days),
  never_read_days integer NOT NULL CHECK (never_read_days >= 0),
  hours_rules text[] NOT NULL
);
CREATE TABLE queue_settings (
  clinic_id uuid NOT NULL,
  person_id uuid NOT NULL,
  ordered_by text NOT NULL CHECK (ordered_by IN ('need', 'unread', 'name')),
  practitioner_id uuid,
  PRIMARY KEY (clinic_id, person_id),
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id)
);
`

/** The second wall: rows of a pair are for transactions that name one of the two, and signatures are one's own. (SQ14) */
const ROW_LEVEL_SECURITY = `
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['supervision', 'agenda_item', 'supervision_meeting', 'meeting_version',
    'meeting_signature', 'supervision_policy', 'queue_settings'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_clinic ON %I USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
       WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['agenda_item', 'supervision_meeting', 'meeting_version', 'meeting_signature'] LOOP
    EXECUTE format(
      'CREATE POLICY of_the_pair ON %1$I AS RESTRICTIVE USING (
        EXISTS (SELECT 1 FROM supervision s WHERE s.supervision_id = %1$I.supervision_id))', name);
  END LOOP;
END $$;
CREATE POLICY of_the_pair ON supervision AS RESTRICTIVE USING (
  supervisor_id = ANY ((SELECT accord_people())::uuid[]) OR practitioner_id = ANY ((SELECT accord_people())::uuid[]));
CREATE POLICY ones_own ON queue_settings AS RESTRICTIVE USING (person_id = ANY ((SELECT accord_people())::uuid[]));
CREATE POLICY added_by_oneself ON agenda_item AS RESTRICTIVE FOR INSERT WITH CHECK (
  added_by = ANY ((SELECT accord_people())::uuid[]));
CREATE POLICY written_by_oneself ON meeting_version AS RESTRICTIVE FOR INSERT WITH CHECK (
  written_by = ANY ((SELECT accord_people())::uuid[]));
CREATE POLICY signed_by_oneself ON meeting_signature AS RESTRICTIVE FOR INSERT WITH CHECK (
  signed_by = ANY ((SELECT accord_people())::uuid[])
  AND EXISTS (SELECT 1 FROM supervision s WHERE s.supervision_id = meeting_signature.supervision_id
    AND signed_by IN (s.supervisor_id, s.practitioner_id))
  AND EXISTS (SELECT 1 FROM meeting_version v WHERE v.meeting_id = meeting_signature.meeting_id
    AND v.version = meeting_signature.version AND v.hash = meeting_signature.hash));
`

/**
 * Versions follow one another, only the last one is signed, and none follows one that both signed. One lock a meeting
 * puts a signature and a version that come at the same moment in order. (SQ10, SQ11)
 */
const APPEND_ONLY = `
CREATE FUNCTION refuse_after_lock() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE latest integer;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(NEW.meeting_id::text, 7));
  SELECT coalesce(max(v.version), 0) INTO latest FROM meeting_version v WHERE v.meeting_id = NEW.meeting_id;
  IF TG_TABLE_NAME = 'meeting_signature' THEN
    IF NEW.version <> latest THEN
      RAISE EXCEPTION 'only the latest version is signed' USING ERRCODE = 'restrict_violation';
    END IF;
  ELSIF NEW.version <> latest + 1
    OR (SELECT count(*) FROM meeting_signature s WHERE s.meeting_id = NEW.meeting_id AND s.version = latest) > 1 THEN
    RAISE EXCEPTION 'a meeting is locked, or its versions do not follow' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER in_order BEFORE INSERT ON meeting_version FOR EACH ROW EXECUTE FUNCTION refuse_after_lock();
CREATE TRIGGER in_order BEFORE INSERT ON meeting_signature FOR EACH ROW EXECUTE FUNCTION refuse_after_lock();
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY
    ARRAY['supervision', 'supervision_meeting', 'meeting_version', 'meeting_signature'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('CREATE TRIGGER never_truncated BEFORE TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
  END LOOP;
END $$;
`

const GRANTS = `
GRANT SELECT, INSERT ON supervision, agenda_item, supervision_meeting, meeting_version, meeting_signature, queue_settings
  TO accord_app;
GRANT UPDATE (place, discussed_at, discussed_in) ON agenda_item TO accord_app;
GRANT UPDATE (ordered_by, practitioner_id) ON queue_settings TO accord_app;
GRANT SELECT ON supervision_policy TO accord_app;
`
