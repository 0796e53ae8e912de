import type { MigrationInterface, QueryRunner } from 'typeorm'
import { letTheEraserIn } from '../erasing.js'

/** Erasing who somebody was, once no case of theirs is left. docs/spec/erasure.md (ER9) */
export class ErasePeople20261124010200 implements MigrationInterface {
  name = 'ErasePeople20261124010200'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(GRANTS)
    await queryRunner.query(INSIDE)
    await queryRunner.query(ASKED)
    await queryRunner.query(AFTERWARDS)
    await queryRunner.query(BELONGS_TO_THE_ERASER)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('what was erased does not come back'))
  }
}

/** Rows of a person's own in a clinic, which nothing else needs. */
const THEIRS = [
  'client_profile',
  'code_app',
  'known_device',
  'mail',
  'passkey',
  'plan_seen',
  'queue_settings',
  'recovery_code',
  'sign_in',
  'welcome_link',
]

const GRANTS = `
${THEIRS.map((table) => `GRANT SELECT (clinic_id, person_id), DELETE ON ${table} TO accord_eraser;`).join('\n')}
GRANT SELECT (clinic_id, person_id, roles) ON membership TO accord_eraser;
GRANT SELECT (clinic_id, case_id, person_id) ON case_party TO accord_eraser;
GRANT SELECT (person_id), UPDATE (email, name, password_hash, disabled_at) ON person TO accord_eraser;
${[...THEIRS, 'membership', 'person'].map(letTheEraserIn).join('\n')}
`

const AS_THE_ERASER = `LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp`

/**
 * Outside the database a person of a clinic is named by a mark that nobody can read, in the form of an id: the same
 * person may be somebody's client elsewhere. The row stays, without anything that says who it was: others name its id.
 */
const INSIDE = `
CREATE FUNCTION person_mark(of_clinic uuid, who uuid) RETURNS uuid ${AS_THE_ERASER} IMMUTABLE AS $$
BEGIN
  RETURN overlay(overlay(
    encode(substring(sha256(convert_to('accord/erased-person/1 ' || of_clinic || ' ' || who, 'UTF8')) FROM 1 FOR 16), 'hex')
    PLACING '8' FROM 13) PLACING 'a' FROM 17)::uuid;
END $$;
CREATE FUNCTION forget_person(of_clinic uuid, who uuid, at timestamptz) RETURNS void ${AS_THE_ERASER} AS $$
BEGIN
${THEIRS.map((table) => `  DELETE FROM ${table} WHERE clinic_id = of_clinic AND person_id = who;`).join('\n')}
  IF NOT EXISTS (SELECT 1 FROM membership m WHERE m.person_id = who AND m.clinic_id <> of_clinic
    AND NOT EXISTS (SELECT 1 FROM erasure e WHERE e.clinic_id = m.clinic_id AND e.subject_id = who)) THEN
    UPDATE person SET email = who || '@erased.invalid', name = '—', password_hash = NULL, disabled_at = at
      WHERE person_id = who;
  END IF;
END $$;
`

const OWN = `c.clinic_id = of_clinic AND c.clinic_id = ANY (accord_clinics()::uuid[])`

/** Of staff, and of somebody with a case that stands, nothing is erased: whoever asks made a mistake. */
const ASKED = `
CREATE FUNCTION begin_erasing_person(of_clinic uuid, who uuid, asker uuid, asked uuid, law text, at timestamptz)
RETURNS uuid ${AS_THE_ERASER} AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM membership c WHERE c.person_id = who AND ${OWN}) THEN
    RETURN NULL;
  END IF;
  IF EXISTS (SELECT 1 FROM membership c WHERE c.person_id = who AND ${OWN} AND c.roles <> '{}') OR EXISTS (
    SELECT 1 FROM case_party p JOIN clinic_case k ON k.case_id = p.case_id
    WHERE p.clinic_id = of_clinic AND p.person_id = who AND k.erased_at IS NULL) THEN
    RAISE EXCEPTION 'somebody of the staff, or with a case that was not erased, stays' USING ERRCODE = 'restrict_violation';
  END IF;
  INSERT INTO erasure (subject_id, clinic_id, what, asked_by, request_id, rule, begun_at)
    VALUES (who, of_clinic, 'person', asker, asked, law, at) ON CONFLICT DO NOTHING;
  IF EXISTS (SELECT 1 FROM erasure c WHERE c.subject_id = who AND ${OWN} AND c.finished_at IS NULL) THEN
    RETURN person_mark(of_clinic, who);
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION finish_erasing_person(of_clinic uuid, who uuid, at timestamptz) RETURNS void ${AS_THE_ERASER} AS $$
BEGIN
  PERFORM 1 FROM erasure c WHERE c.subject_id = who AND ${OWN} AND c.finished_at IS NULL FOR UPDATE;
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM forget_person(of_clinic, who, at);
  UPDATE erasure c SET finished_at = at WHERE c.subject_id = who AND c.clinic_id = of_clinic;
END $$;
`

/**
 * What was begun and not finished, by whichever process, is finished at the next start. (ER2) People are forgotten as
 * cases are by a database that was restored from before. (ER7)
 */
const AFTERWARDS = `
CREATE FUNCTION unfinished_erasures()
RETURNS TABLE (subject_id uuid, clinic_id uuid, what text, asked_by uuid, mark uuid) ${AS_THE_ERASER} AS $$
BEGIN
  RETURN QUERY SELECT e.subject_id, e.clinic_id, e.what, e.asked_by,
    CASE e.what WHEN 'person' THEN person_mark(e.clinic_id, e.subject_id) ELSE e.subject_id END
    FROM erasure e WHERE e.finished_at IS NULL ORDER BY e.what, e.begun_at;
END $$;
CREATE FUNCTION forget_buried_people(ids uuid[], at timestamptz) RETURNS void ${AS_THE_ERASER} AS $$
DECLARE found record;
BEGIN
  INSERT INTO erasure (subject_id, clinic_id, what, rule, begun_at)
    SELECT m.person_id, m.clinic_id, 'person', 'restored', at FROM membership m
    WHERE person_mark(m.clinic_id, m.person_id) = ANY (ids) ON CONFLICT DO NOTHING;
  FOR found IN SELECT e.clinic_id, e.subject_id FROM erasure e WHERE e.what = 'person' AND e.finished_at IS NULL
    AND person_mark(e.clinic_id, e.subject_id) = ANY (ids)
  LOOP
    PERFORM forget_person(found.clinic_id, found.subject_id, at);
  END LOOP;
END $$;
`

const SIGNATURES = [
  'begin_erasing_person(uuid, uuid, uuid, uuid, text, timestamptz)',
  'finish_erasing_person(uuid, uuid, timestamptz)',
  'unfinished_erasures()',
  'forget_buried_people(uuid[], timestamptz)',
]
const PRIVATE = ['person_mark(uuid, uuid)', 'forget_person(uuid, uuid, timestamptz)']

const BELONGS_TO_THE_ERASER = `
GRANT CREATE ON SCHEMA public TO accord_eraser;
${[...SIGNATURES, ...PRIVATE].map((name) => `REVOKE ALL ON FUNCTION ${name} FROM PUBLIC;`).join('\n')}
${SIGNATURES.map((name) => `GRANT EXECUTE ON FUNCTION ${name} TO accord_app;`).join('\n')}
${[...SIGNATURES, ...PRIVATE].map((name) => `ALTER FUNCTION ${name} OWNER TO accord_eraser;`).join('\n')}
REVOKE CREATE ON SCHEMA public FROM accord_eraser;
`
