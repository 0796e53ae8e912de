import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Codes for new ways to sign in where no mail server carries links: told by somebody else than who made the link. (ID40) */
export class ShareResetCodes20261124040300 implements MigrationInterface {
  name = 'ShareResetCodes20261124040300'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TELLERS)
    await queryRunner.query(TABLE)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE reset_code; DROP FUNCTION reset_tellers(uuid)')
  }
}

/**
 * Who may tell somebody's code: of a client or guardian, their practitioners; of a practitioner, who supervises their cases; of a
 * supervisor, the practitioners of those cases; of whoever only administers, the other administrators. (ID40)
 */
const TELLERS = `
CREATE FUNCTION reset_tellers(of_person uuid) RETURNS TABLE (teller uuid)
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT DISTINCT t.person_id FROM (
    SELECT o.person_id FROM case_party p JOIN case_party o ON o.case_id = p.case_id AND o.until IS NULL
      AND o.relation = 'practitioner'
    WHERE p.person_id = of_person AND p.until IS NULL AND p.relation IN ('client', 'guardian')
    UNION ALL
    SELECT s.person_id FROM case_party p JOIN case_supervisor s ON s.case_id = p.case_id AND s.until IS NULL
    WHERE p.person_id = of_person AND p.until IS NULL AND p.relation = 'practitioner'
    UNION ALL
    SELECT p.person_id FROM case_supervisor s JOIN case_party p ON p.case_id = s.case_id AND p.until IS NULL
      AND p.relation = 'practitioner'
    WHERE s.person_id = of_person AND s.until IS NULL
    UNION ALL
    SELECT o.person_id FROM membership m JOIN membership o ON o.clinic_id = m.clinic_id AND 'administrator' = ANY (o.roles)
    WHERE m.person_id = of_person AND m.roles = ARRAY['administrator']
  ) t JOIN person n ON n.person_id = t.person_id AND n.disabled_at IS NULL
  WHERE t.person_id <> of_person
$$;
REVOKE ALL ON FUNCTION reset_tellers(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reset_tellers(uuid) TO accord_app;
`

/** Sealed with the clinic's own key, and shown to whoever may tell it, never to who made its link. (ID40) */
const TABLE = `
CREATE TABLE reset_code (
  welcome_link_id uuid PRIMARY KEY REFERENCES welcome_link ON DELETE CASCADE,
  clinic_id uuid NOT NULL,
  person_id uuid NOT NULL,
  made_by uuid NOT NULL,
  code bytea NOT NULL,
  expires_at timestamptz NOT NULL,
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id),
  FOREIGN KEY (clinic_id, made_by) REFERENCES membership (clinic_id, person_id)
);
CREATE INDEX reset_code_of_clinic ON reset_code (clinic_id, expires_at);
GRANT SELECT, INSERT ON reset_code TO accord_app;
ALTER TABLE reset_code ENABLE ROW LEVEL SECURITY;
ALTER TABLE reset_code FORCE ROW LEVEL SECURITY;
CREATE POLICY own_clinic ON reset_code USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
  WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]));
CREATE POLICY shown_to_who_tells_it ON reset_code AS RESTRICTIVE FOR SELECT USING (
  made_by <> ALL ((SELECT accord_people())::uuid[]) AND EXISTS (
    SELECT 1 FROM reset_tellers(reset_code.person_id) t WHERE t.teller = ANY ((SELECT accord_people())::uuid[])));
`
