import type { MigrationInterface, QueryRunner } from 'typeorm'
import { forgetWithPerson, letTheEraserIn, OF_A_PERSON } from '../erasing.js'

/** That a client died, and on which day. docs/spec/clinic.md (CL23–CL25) */
export class NoteDeaths20261125020200 implements MigrationInterface {
  name = 'NoteDeaths20261125020200'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLE)
    await queryRunner.query(WHO)
    await queryRunner.query(LATEST)
    await queryRunner.query(ERASED)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('that somebody died is not dropped'))
  }
}

/** What was noted first, and each correction with its reason, sealed with the clinic's key; the latest counts. (CL23) */
const TABLE = `
CREATE TABLE client_death (
  clinic_id uuid NOT NULL,
  person_id uuid NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  died_on date,
  reason bytea,
  noted_by uuid NOT NULL,
  noted_at timestamptz NOT NULL,
  PRIMARY KEY (clinic_id, person_id, version),
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id),
  FOREIGN KEY (clinic_id, noted_by) REFERENCES membership (clinic_id, person_id),
  CHECK (CASE version WHEN 1 THEN died_on IS NOT NULL ELSE reason IS NOT NULL END)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON client_death FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON client_death FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON client_death TO accord_app;
ALTER TABLE client_death ENABLE ROW LEVEL SECURITY;
ALTER TABLE client_death FORCE ROW LEVEL SECURITY;
CREATE POLICY own_clinic ON client_death USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
  WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]));
`

const ME = (column: string) => `${column} = ANY ((SELECT accord_people())::uuid[])`

/** By those who keep their particulars: administrators, and practitioners of an open case of theirs. (CL5) */
const WHO = `
CREATE POLICY noted_by_who_keeps_them ON client_death AS RESTRICTIVE FOR INSERT TO accord_app WITH CHECK (
  ${ME('noted_by')} AND (
    EXISTS (SELECT 1 FROM membership m WHERE m.clinic_id = client_death.clinic_id AND m.person_id = noted_by
      AND 'administrator' = ANY (m.roles))
    OR EXISTS (SELECT 1 FROM case_party part JOIN clinic_case c ON c.case_id = part.case_id AND c.closed_at IS NULL
      JOIN case_party seer ON seer.case_id = part.case_id AND seer.relation = 'practitioner' AND seer.until IS NULL
      WHERE part.person_id = client_death.person_id AND part.relation <> 'practitioner' AND part.until IS NULL
        AND seer.person_id = noted_by)));
`

/** Null while somebody lives, as far as the clinic knows. */
const LATEST = `
CREATE FUNCTION died_on(of_clinic uuid, who uuid) RETURNS date
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT d.died_on FROM client_death d WHERE d.clinic_id = of_clinic AND d.person_id = who ORDER BY d.version DESC LIMIT 1
$$;
REVOKE ALL ON FUNCTION died_on(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION died_on(uuid, uuid) TO accord_app;
`

/** It goes with the person. (ER9) */
const ERASED = `
GRANT SELECT (clinic_id, person_id), DELETE ON client_death TO accord_eraser;
${letTheEraserIn('client_death')}
${forgetWithPerson([...OF_A_PERSON, 'client_death'])}
`
