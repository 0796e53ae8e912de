import type { MigrationInterface, QueryRunner } from 'typeorm'
import { eraseWithCase } from '../erasing.js'

/** Process notes, and who may touch what is a practitioner's alone. docs/spec/process-notes.md, docs/spec/sessions.md (RF) */
export class KeepProcessNotes20261124040000 implements MigrationInterface {
  name = 'KeepProcessNotes20261124040000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(ROLE)
    await queryRunner.query(TABLES)
    await queryRunner.query(GRANTS)
    await queryRunner.query(POLICIES('process_note', 'process_note_book'))
    await queryRunner.query(POLICIES('reflection', 'reflection_book'))
    await queryRunner.query(FUNCTIONS('process_note', 'process_note_book'))
    await queryRunner.query(FUNCTIONS('reflection', 'reflection_book'))
    await queryRunner.query(KEEPING('process_note'))
    await queryRunner.query(KEEPING('reflection'))
    await queryRunner.query(DELETING)
    await queryRunner.query(BELONG_TO_THE_ROLE)
    await queryRunner.query(ERASED)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('what people wrote is not dropped'))
  }
}

/** Nobody signs in as it; what it may is what its functions do. (PN3) */
const ROLE = `
DO $$
BEGIN
  CREATE ROLE accord_private NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- Roles belong to the whole cluster: another database made it.
END $$;
DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'accord_private', 'SET') THEN
    GRANT accord_private TO CURRENT_USER WITH INHERIT FALSE, SET TRUE;
  END IF;
END $$;
`

const OWN_CLINIC = (table: string) => `
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY own_clinic ON ${table} USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
  WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]));`

/** A book is one practitioner's in one case, and its id is its key's. A note has no second copy anywhere. (PN2, PN5) */
const TABLES = `
CREATE TABLE process_note_book (
  book_id uuid PRIMARY KEY,
  clinic_id uuid NOT NULL,
  case_id uuid NOT NULL,
  person_id uuid NOT NULL,
  UNIQUE (case_id, person_id),
  UNIQUE (book_id, person_id),
  FOREIGN KEY (clinic_id, case_id) REFERENCES clinic_case (clinic_id, case_id),
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id)
);
CREATE TABLE process_note (
  session_id uuid NOT NULL,
  person_id uuid NOT NULL,
  clinic_id uuid NOT NULL,
  book_id uuid NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  key_version integer NOT NULL,
  content bytea,
  at timestamptz NOT NULL,
  PRIMARY KEY (session_id, person_id),
  FOREIGN KEY (clinic_id, session_id) REFERENCES session (clinic_id, session_id),
  FOREIGN KEY (book_id, person_id) REFERENCES process_note_book (book_id, person_id)
);
CREATE INDEX process_note_of_book ON process_note (book_id);
CREATE INDEX reflection_of_book ON reflection (book_id);
${OWN_CLINIC('process_note_book')}
${OWN_CLINIC('process_note')}
CREATE POLICY its_writers ON process_note_book AS RESTRICTIVE USING (false);
CREATE POLICY its_writers ON process_note AS RESTRICTIVE USING (false);
`

/** The application's role has no grant on any of it: a statement of any other part of it cannot even name a row. (PN3, RF2) */
const GRANTS = `
REVOKE ALL ON reflection, reflection_book FROM accord_app;
REVOKE ALL (version, key_version, content, at) ON reflection FROM accord_app;
GRANT USAGE ON SCHEMA public TO accord_private;
GRANT SELECT, INSERT ON process_note_book, reflection_book, process_note, reflection TO accord_private;
GRANT UPDATE (version, key_version, content, at) ON process_note, reflection TO accord_private;
GRANT DELETE ON process_note TO accord_private;
GRANT SELECT (case_id, clinic_id, person_id, relation, until) ON case_party TO accord_private;
GRANT SELECT (case_id, clinic_id, person_id, until) ON case_supervisor TO accord_private;
GRANT SELECT (session_id, clinic_id, case_id) ON session TO accord_private;
`

const ME = (column: string) => `${column} = ANY ((SELECT accord_people())::uuid[])`

/** Asked of the functions' role, and of the application's should it ever be granted anything. (PN3) */
const POLICIES = (table: string, book: string) => `
ALTER POLICY its_writers ON ${book} TO accord_private, accord_app USING (${ME('person_id')})
  WITH CHECK (${ME('person_id')}
    AND EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = ${book}.case_id AND p.until IS NULL
      AND p.relation = 'practitioner' AND p.person_id = ${book}.person_id));
ALTER POLICY its_writers ON ${table} TO accord_private, accord_app USING (${ME('person_id')})
  WITH CHECK (${ME('person_id')}
    AND EXISTS (SELECT 1 FROM ${book} b JOIN session o ON o.case_id = b.case_id
      JOIN case_party p ON p.case_id = b.case_id AND p.person_id = b.person_id AND p.relation = 'practitioner'
      WHERE b.book_id = ${table}.book_id AND o.session_id = ${table}.session_id AND p.until IS NULL));
`

/** PostgreSQL itself asks whose page it is and whether they are a practitioner of the case now. (PN3) */
const FUNCTIONS = (table: string, book: string) => `
CREATE FUNCTION own_${table}(of_session uuid, of_person uuid)
RETURNS TABLE (version integer, content bytea, book uuid, at double precision)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT t.version, t.content, t.book_id, floor(extract(epoch FROM t.at) * 1000)::float8
  FROM ${table} t JOIN ${book} b ON b.book_id = t.book_id
  WHERE t.session_id = of_session AND t.person_id = of_person
    AND EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = b.case_id AND p.until IS NULL
      AND p.relation = 'practitioner' AND p.person_id = of_person)
$$;
CREATE FUNCTION begin_own_${book}(new_book uuid, of_clinic uuid, of_case uuid, of_person uuid)
RETURNS TABLE (book uuid, is_new boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  made boolean := false;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM ${book} b WHERE b.case_id = of_case AND b.person_id = of_person) THEN
    INSERT INTO ${book} (book_id, clinic_id, case_id, person_id) VALUES (new_book, of_clinic, of_case, of_person)
    ON CONFLICT DO NOTHING;
    made := FOUND;
  END IF;
  RETURN QUERY SELECT b.book_id, made FROM ${book} b WHERE b.case_id = of_case AND b.person_id = of_person;
END $$;
REVOKE ALL ON FUNCTION own_${table}(uuid, uuid), begin_own_${book}(uuid, uuid, uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION own_${table}(uuid, uuid), begin_own_${book}(uuid, uuid, uuid, uuid) TO accord_app;
`

/** Over the version that was read, and no other. (PN6, RF3) */
const KEEPING = (table: string) => `
CREATE FUNCTION keep_own_${table}(of_session uuid, of_person uuid, of_clinic uuid, in_book uuid,
  new_version integer, new_key_version integer, new_content bytea, saved_at double precision) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF new_version = 1 THEN
    INSERT INTO ${table} (session_id, person_id, clinic_id, book_id, version, key_version, content, at)
    VALUES (of_session, of_person, of_clinic, in_book, 1, new_key_version, new_content,
      to_timestamp(saved_at / 1000)) ON CONFLICT DO NOTHING;
  ELSE
    UPDATE ${table} t SET version = new_version, key_version = new_key_version, content = new_content,
      at = to_timestamp(saved_at / 1000)
    WHERE t.session_id = of_session AND t.person_id = of_person AND t.book_id = in_book
      AND t.version = new_version - 1;
  END IF;
  RETURN FOUND;
END $$;
REVOKE ALL ON FUNCTION keep_own_${table}(uuid, uuid, uuid, uuid, integer, integer, bytea, double precision) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION keep_own_${table}(uuid, uuid, uuid, uuid, integer, integer, bytea, double precision)
  TO accord_app;
`

const DELETING = `
CREATE FUNCTION delete_own_process_note(of_session uuid, of_person uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM process_note t WHERE t.session_id = of_session AND t.person_id = of_person;
  RETURN FOUND;
END $$;
REVOKE ALL ON FUNCTION delete_own_process_note(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION delete_own_process_note(uuid, uuid) TO accord_app;
`

const BELONG_TO_THE_ROLE = `
GRANT CREATE ON SCHEMA public TO accord_private;
ALTER FUNCTION own_process_note(uuid, uuid) OWNER TO accord_private;
ALTER FUNCTION own_reflection(uuid, uuid) OWNER TO accord_private;
ALTER FUNCTION begin_own_process_note_book(uuid, uuid, uuid, uuid) OWNER TO accord_private;
ALTER FUNCTION begin_own_reflection_book(uuid, uuid, uuid, uuid) OWNER TO accord_private;
ALTER FUNCTION keep_own_process_note(uuid, uuid, uuid, uuid, integer, integer, bytea, double precision)
  OWNER TO accord_private;
ALTER FUNCTION keep_own_reflection(uuid, uuid, uuid, uuid, integer, integer, bytea, double precision)
  OWNER TO accord_private;
ALTER FUNCTION delete_own_process_note(uuid, uuid) OWNER TO accord_private;
REVOKE CREATE ON SCHEMA public FROM accord_private;
`

/** They end with their case, and their keys before them. (PN9, ER4) */
const ERASED = eraseWithCase([
  {
    table: 'process_note',
    rows: 'book_id IN (SELECT book_id FROM process_note_book WHERE case_id = kase)',
    turn: 1,
  },
  { table: 'process_note_book', rows: 'case_id = kase', turn: 2, keys: 'book_id' },
])
