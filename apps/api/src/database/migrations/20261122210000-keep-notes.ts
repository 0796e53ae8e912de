import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Notes on sessions, what is signed of them, and a clinic's own forms. docs/spec/notes.md */
export class KeepNotes20261122210000 implements MigrationInterface {
  name = 'KeepNotes20261122210000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(NOTES)
    await queryRunner.query(SIGNED)
    await queryRunner.query(TEMPLATES)
    await queryRunner.query(ROW_LEVEL_SECURITY)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('signed notes are not dropped'))
  }
}

/** `note` says where a note is, and holds no word of it; the draft is its author's, and is the only text that changes. */
const NOTES = `
CREATE TABLE note (
  note_id uuid PRIMARY KEY,
  clinic_id uuid NOT NULL,
  case_id uuid NOT NULL,
  session_id uuid NOT NULL,
  author_id uuid NOT NULL,
  begun_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'awaiting', 'returned', 'signed', 'co-signed', 'amended')),
  signed_version integer NOT NULL DEFAULT 0 CHECK (signed_version >= 0),
  shown_to text NOT NULL DEFAULT 'nobody' CHECK (shown_to IN ('nobody', 'clients', 'everybody')),
  shown_from timestamptz,
  UNIQUE (session_id, author_id),
  UNIQUE (clinic_id, note_id),
  CHECK ((state = 'draft') = (signed_version = 0)),
  FOREIGN KEY (clinic_id, case_id) REFERENCES clinic_case (clinic_id, case_id),
  FOREIGN KEY (case_id, session_id) REFERENCES session (case_id, session_id),
  FOREIGN KEY (clinic_id, author_id) REFERENCES membership (clinic_id, person_id)
);
CREATE INDEX note_of_case ON note (case_id);
CREATE INDEX note_of_author ON note (author_id);
CREATE FUNCTION note_never_goes_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.signed_version < OLD.signed_version OR (OLD.state <> 'draft' AND NEW.state = 'draft') THEN
    RAISE EXCEPTION 'a signed note does not become a draft again';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER never_back BEFORE UPDATE ON note FOR EACH ROW EXECUTE FUNCTION note_never_goes_back();
CREATE TRIGGER never_removed BEFORE DELETE ON note FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON note FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TABLE note_draft (
  note_id uuid PRIMARY KEY,
  clinic_id uuid NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  saved_at timestamptz NOT NULL,
  key_version integer NOT NULL,
  content bytea NOT NULL,
  FOREIGN KEY (clinic_id, note_id) REFERENCES note (clinic_id, note_id)
);
GRANT SELECT, INSERT ON note, note_draft TO accord_app;
GRANT UPDATE (state, signed_version, shown_to, shown_from) ON note TO accord_app;
GRANT UPDATE (version, saved_at, key_version, content) ON note_draft TO accord_app;
`

/** What is signed, and what is said about it later: rows that nobody changes. (NO8, NO10) */
const SIGNED = `
CREATE TABLE note_signed (
  note_id uuid NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  clinic_id uuid NOT NULL,
  person_id uuid NOT NULL,
  signed_at timestamptz NOT NULL,
  late boolean NOT NULL,
  co_signer_id uuid,
  key_version integer NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (note_id, version),
  FOREIGN KEY (clinic_id, note_id) REFERENCES note (clinic_id, note_id),
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id),
  FOREIGN KEY (clinic_id, co_signer_id) REFERENCES membership (clinic_id, person_id)
);
CREATE TABLE note_co_signing (
  note_id uuid NOT NULL,
  version integer NOT NULL,
  clinic_id uuid NOT NULL,
  person_id uuid NOT NULL,
  at timestamptz NOT NULL,
  returned boolean NOT NULL,
  key_version integer NOT NULL,
  words bytea,
  PRIMARY KEY (note_id, version),
  CHECK (returned = (words IS NOT NULL)),
  FOREIGN KEY (note_id, version) REFERENCES note_signed (note_id, version),
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id)
);
CREATE TABLE note_amendment (
  note_id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  clinic_id uuid NOT NULL,
  person_id uuid NOT NULL,
  at timestamptz NOT NULL,
  key_version integer NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (note_id, number),
  FOREIGN KEY (clinic_id, note_id) REFERENCES note (clinic_id, note_id),
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id)
);
CREATE TABLE note_release (
  note_id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  clinic_id uuid NOT NULL,
  person_id uuid NOT NULL,
  at timestamptz NOT NULL,
  key_version integer NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (note_id, number),
  FOREIGN KEY (clinic_id, note_id) REFERENCES note (clinic_id, note_id),
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id)
);
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['note_signed', 'note_co_signing', 'note_amendment', 'note_release'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('CREATE TRIGGER never_truncated BEFORE TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
  END LOOP;
END $$;
GRANT SELECT, INSERT ON note_signed, note_co_signing, note_amendment, note_release TO accord_app;
`

/** A clinic's own forms; a template is what its last version says. (NO4) */
const TEMPLATES = `
CREATE TABLE note_template (
  template_id uuid NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  clinic_id uuid NOT NULL REFERENCES clinic (clinic_id),
  person_id uuid NOT NULL,
  at timestamptz NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  disciplines text[] NOT NULL,
  sections text NOT NULL,
  retired boolean NOT NULL,
  PRIMARY KEY (template_id, version),
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id)
);
CREATE INDEX note_template_of ON note_template (clinic_id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON note_template
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON note_template
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON note_template TO accord_app;
`

const ME = `ANY ((SELECT accord_people())::uuid[])`
const PARTY = (relations: string) => `EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = note.case_id
  AND p.until IS NULL AND p.person_id = ${ME} AND p.relation IN (${relations}))`
const SUPERVISES = `EXISTS (SELECT 1 FROM case_supervisor s WHERE s.case_id = note.case_id AND s.until IS NULL
  AND s.person_id = ${ME})`
const STAFF = `(${PARTY(`'practitioner'`)} OR ${SUPERVISES})`
const SETTLED = `note.state IN ('signed', 'co-signed', 'amended')`
const SHOWN = `(${SETTLED} AND note.shown_from <= now() AND (
  (note.shown_to <> 'nobody' AND ${PARTY(`'client'`)})
  OR (note.shown_to = 'everybody' AND ${PARTY(`'guardian'`)})))`
const AUTHOR = `(note.author_id = ${ME} AND ${PARTY(`'practitioner'`)})`
const ITS_NOTE = (table: string, when: string) =>
  `EXISTS (SELECT 1 FROM note WHERE note.note_id = ${table}.note_id AND ${when})`

/**
 * The second wall. A draft is its author's alone; what is signed is for the practitioners and supervisors of now; its clients
 * learn that a signed note is there, and read its last version once it is shown to them. (NO13, NO14)
 */
const ROW_LEVEL_SECURITY = `
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['note', 'note_draft', 'note_signed', 'note_co_signing', 'note_amendment', 'note_release',
    'note_template'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_clinic ON %I USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
       WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))', name);
  END LOOP;
END $$;
CREATE POLICY read_in_the_case ON note AS RESTRICTIVE FOR SELECT USING (
  ${AUTHOR} OR (state <> 'draft' AND ${STAFF}) OR (${SETTLED} AND ${PARTY(`'client', 'guardian'`)}));
CREATE POLICY begun_by_practitioner ON note AS RESTRICTIVE FOR INSERT WITH CHECK (
  ${AUTHOR} AND state = 'draft' AND EXISTS (SELECT 1 FROM session o WHERE o.session_id = note.session_id
    AND o.case_id = note.case_id AND o.state IN ('ended', 'noted', 'signed')));
CREATE POLICY moved_by_author_or_co_signer ON note AS RESTRICTIVE FOR UPDATE USING (
  ${AUTHOR} OR (state = 'awaiting' AND ${SUPERVISES})) WITH CHECK (
  ${AUTHOR} OR (state IN ('co-signed', 'returned') AND ${SUPERVISES}));
CREATE POLICY read_by_author ON note_draft AS RESTRICTIVE FOR SELECT USING (${ITS_NOTE('note_draft', AUTHOR)});
CREATE POLICY written_by_author ON note_draft AS RESTRICTIVE FOR INSERT WITH CHECK (
  ${ITS_NOTE('note_draft', `${AUTHOR} AND note.state IN ('draft', 'returned')`)});
CREATE POLICY changed_by_author ON note_draft AS RESTRICTIVE FOR UPDATE USING (
  ${ITS_NOTE('note_draft', `${AUTHOR} AND note.state IN ('draft', 'returned')`)});
CREATE POLICY read_as_shown ON note_signed AS RESTRICTIVE FOR SELECT USING (
  ${ITS_NOTE('note_signed', `(${STAFF} OR (${SHOWN} AND note.signed_version = note_signed.version))`)});
CREATE POLICY signed_by_author ON note_signed AS RESTRICTIVE FOR INSERT WITH CHECK (
  person_id = ${ME} AND ${ITS_NOTE(
    'note_signed',
    `${AUTHOR} AND note.state IN ('draft', 'returned') AND note.signed_version = note_signed.version - 1`,
  )});
CREATE POLICY read_as_shown ON note_co_signing AS RESTRICTIVE FOR SELECT USING (
  ${ITS_NOTE('note_co_signing', `(${STAFF} OR (${SHOWN} AND NOT note_co_signing.returned))`)});
CREATE POLICY made_by_supervisor ON note_co_signing AS RESTRICTIVE FOR INSERT WITH CHECK (
  person_id = ${ME} AND ${ITS_NOTE(
    'note_co_signing',
    `${SUPERVISES} AND note.state = 'awaiting' AND note.author_id <> note_co_signing.person_id
      AND note.signed_version = note_co_signing.version`,
  )});
CREATE POLICY read_as_shown ON note_amendment AS RESTRICTIVE FOR SELECT USING (
  ${ITS_NOTE('note_amendment', `(${STAFF} OR ${SHOWN})`)});
CREATE POLICY made_by_author ON note_amendment AS RESTRICTIVE FOR INSERT WITH CHECK (
  person_id = ${ME} AND ${ITS_NOTE('note_amendment', `${AUTHOR} AND ${SETTLED}`)});
CREATE POLICY read_by_staff ON note_release AS RESTRICTIVE FOR SELECT USING (${ITS_NOTE('note_release', STAFF)});
CREATE POLICY made_by_author ON note_release AS RESTRICTIVE FOR INSERT WITH CHECK (
  person_id = ${ME} AND ${ITS_NOTE('note_release', AUTHOR)});
CREATE POLICY made_by_themselves ON note_template AS RESTRICTIVE FOR INSERT WITH CHECK (person_id = ${ME});
`
