import type { MigrationInterface, QueryRunner } from 'typeorm'
import { forgetWithPerson, OF_A_PERSON } from '../erasing.js'

/** The last letter to somebody who is erased goes where they were to be reached, and the address goes with it. docs/spec/erasure.md (ER11) */
export class SendFarewells20261125020100 implements MigrationInterface {
  name = 'SendFarewells20261125020100'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(LETTERS)
    await queryRunner.query(KEPT_WHEN_FORGOTTEN)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('letters that wait are not dropped'))
  }
}

/** Name and address are sealed with the clinic's key, and only as long as it has not left. One for each person. */
const LETTERS = `
ALTER TABLE mail DROP CONSTRAINT mail_kind_check;
ALTER TABLE mail ADD CONSTRAINT mail_kind_check CHECK (kind IN ('welcome', 'reset', 'reset-at-practice', 'new-device',
  'sign-in-changed', 'request-came', 'request-answered', 'farewell'));
ALTER TABLE mail ADD COLUMN parcel bytea,
  ADD CONSTRAINT parcel_until_it_left CHECK (parcel IS NULL OR (kind = 'farewell' AND state IN ('kept', 'waiting')));
CREATE UNIQUE INDEX mail_farewell ON mail (clinic_id, person_id) WHERE kind = 'farewell';
GRANT UPDATE (parcel) ON mail TO accord_app;
GRANT SELECT (kind) ON mail TO accord_eraser;
`

const AS_THE_ERASER = `LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp`

/** As before, but for that letter; a database that was restored from before an erasure keeps not even that one. (ER7, ER9) */
const KEPT_WHEN_FORGOTTEN = `
${forgetWithPerson(OF_A_PERSON)}
GRANT CREATE ON SCHEMA public TO accord_eraser;
SET LOCAL ROLE accord_eraser;
CREATE OR REPLACE FUNCTION forget_buried_people(ids uuid[], at timestamptz) RETURNS void ${AS_THE_ERASER} AS $$
DECLARE found record;
BEGIN
  INSERT INTO erasure (subject_id, clinic_id, what, rule, begun_at)
    SELECT m.person_id, m.clinic_id, 'person', 'restored', at FROM membership m
    WHERE person_mark(m.clinic_id, m.person_id) = ANY (ids) ON CONFLICT DO NOTHING;
  FOR found IN SELECT e.clinic_id, e.subject_id FROM erasure e WHERE e.what = 'person' AND e.finished_at IS NULL
    AND person_mark(e.clinic_id, e.subject_id) = ANY (ids)
  LOOP
    PERFORM forget_person(found.clinic_id, found.subject_id, at);
    DELETE FROM mail WHERE clinic_id = found.clinic_id AND person_id = found.subject_id;
  END LOOP;
END $$;
RESET ROLE;
REVOKE CREATE ON SCHEMA public FROM accord_eraser;
`
