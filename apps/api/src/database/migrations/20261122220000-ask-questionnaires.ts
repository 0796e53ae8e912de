import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Questionnaires that clients are asked to fill in, and the instruments that clinics bring. docs/spec/measures.md (ME4–ME9) */
export class AskQuestionnaires20261122220000 implements MigrationInterface {
  name = 'AskQuestionnaires20261122220000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(INSTRUMENTS)
    await queryRunner.query(ASKED)
    await queryRunner.query(WHO_SEES_ANSWERS)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('what clients answered is not dropped'))
  }
}

/** Licensed words belong to the clinic that attested its licence, and no row of them is changed. (ME8, ME9) */
const INSTRUMENTS = `
CREATE TABLE instrument_edition (
  clinic_id uuid NOT NULL REFERENCES clinic,
  instrument_id uuid NOT NULL,
  edition text NOT NULL CHECK (edition <> ''),
  title text NOT NULL,
  questionnaire text NOT NULL,
  scoring text NOT NULL,
  licence_holder text NOT NULL CHECK (licence_holder <> ''),
  licence_reference text NOT NULL CHECK (licence_reference <> ''),
  licence_words text NOT NULL CHECK (licence_words <> ''),
  licence_expires_on date,
  attested_by uuid NOT NULL,
  attested_at timestamptz NOT NULL,
  PRIMARY KEY (clinic_id, instrument_id, edition),
  FOREIGN KEY (clinic_id, attested_by) REFERENCES membership (clinic_id, person_id)
);
CREATE TABLE instrument_state (
  clinic_id uuid NOT NULL,
  instrument_id uuid NOT NULL,
  edition text NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  is_active boolean NOT NULL,
  edited_by uuid NOT NULL,
  edited_at timestamptz NOT NULL,
  PRIMARY KEY (clinic_id, instrument_id, version),
  FOREIGN KEY (clinic_id, instrument_id, edition) REFERENCES instrument_edition,
  FOREIGN KEY (clinic_id, edited_by) REFERENCES membership (clinic_id, person_id)
);
GRANT SELECT, INSERT ON instrument_edition, instrument_state TO accord_app;
DO $$
DECLARE found record;
BEGIN
  FOR found IN SELECT * FROM (VALUES ('instrument_edition', 'attested_by'), ('instrument_state', 'edited_by')) AS t (name, who) LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', found.name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', found.name);
    EXECUTE format('CREATE POLICY own_clinic ON %I USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
      WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))', found.name);
    EXECUTE format('CREATE POLICY by_an_administrator ON %1$I AS RESTRICTIVE FOR INSERT WITH CHECK (
      %2$I = ANY ((SELECT accord_people())::uuid[])
      AND EXISTS (SELECT 1 FROM membership m WHERE m.clinic_id = %1$I.clinic_id AND m.person_id = %2$I
        AND ''administrator'' = ANY (m.roles)))', found.name, found.who);
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION refuse_change()', found.name);
    EXECUTE format('CREATE TRIGGER never_truncated BEFORE TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', found.name);
  END LOOP;
END $$;
`

/** Who was asked what by whom; every version of an answer, saved as it goes, encrypted with the key of the case's plan. */
const ASKED = `
CREATE TABLE questionnaire_request (
  request_id uuid PRIMARY KEY,
  clinic_id uuid NOT NULL,
  case_id uuid NOT NULL,
  client_id uuid NOT NULL,
  instrument text NOT NULL,
  edition text NOT NULL,
  asked_by uuid NOT NULL,
  asked_at timestamptz NOT NULL,
  FOREIGN KEY (clinic_id, case_id) REFERENCES clinic_case (clinic_id, case_id),
  FOREIGN KEY (clinic_id, client_id) REFERENCES membership (clinic_id, person_id),
  FOREIGN KEY (clinic_id, asked_by) REFERENCES membership (clinic_id, person_id)
);
CREATE INDEX questionnaire_request_of_case ON questionnaire_request (case_id, asked_at);
CREATE INDEX questionnaire_request_of_client ON questionnaire_request (client_id, asked_at);
CREATE TABLE questionnaire_answer (
  request_id uuid NOT NULL REFERENCES questionnaire_request,
  version integer NOT NULL CHECK (version > 0),
  clinic_id uuid NOT NULL REFERENCES clinic,
  at timestamptz NOT NULL,
  status text NOT NULL CHECK (status IN ('in-progress', 'completed', 'amended', 'stopped')),
  key_version integer NOT NULL,
  content bytea,
  PRIMARY KEY (request_id, version)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON questionnaire_request
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON questionnaire_request
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON questionnaire_answer
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON questionnaire_answer
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON questionnaire_request, questionnaire_answer TO accord_app;
`

/** The second wall: a client's own, and of what they sent the practitioners and supervisors of now; never half a form. (ME6) */
const WHO_SEES_ANSWERS = `
ALTER TABLE questionnaire_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE questionnaire_request FORCE ROW LEVEL SECURITY;
ALTER TABLE questionnaire_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE questionnaire_answer FORCE ROW LEVEL SECURITY;
CREATE POLICY own_clinic ON questionnaire_request USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
  WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]));
CREATE POLICY own_clinic ON questionnaire_answer USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
  WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]));
CREATE POLICY read_by_client_and_staff ON questionnaire_request AS RESTRICTIVE FOR SELECT USING (
  EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = questionnaire_request.case_id AND p.until IS NULL
    AND p.person_id = ANY ((SELECT accord_people())::uuid[])
    AND (p.relation = 'practitioner' OR (p.relation = 'client' AND p.person_id = questionnaire_request.client_id)))
  OR EXISTS (SELECT 1 FROM case_supervisor s WHERE s.case_id = questionnaire_request.case_id AND s.until IS NULL
    AND s.person_id = ANY ((SELECT accord_people())::uuid[])));
CREATE POLICY asked_by_practitioner ON questionnaire_request AS RESTRICTIVE FOR INSERT WITH CHECK (
  asked_by = ANY ((SELECT accord_people())::uuid[])
  AND EXISTS (SELECT 1 FROM clinic_case c WHERE c.case_id = questionnaire_request.case_id AND c.closed_at IS NULL)
  AND EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = questionnaire_request.case_id AND p.until IS NULL
    AND p.relation = 'practitioner' AND p.person_id = questionnaire_request.asked_by)
  AND EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = questionnaire_request.case_id AND p.until IS NULL
    AND p.relation = 'client' AND p.person_id = questionnaire_request.client_id));
CREATE POLICY read_once_sent ON questionnaire_answer AS RESTRICTIVE FOR SELECT USING (
  EXISTS (SELECT 1 FROM questionnaire_request r WHERE r.request_id = questionnaire_answer.request_id
    AND (questionnaire_answer.status <> 'in-progress' OR r.client_id = ANY ((SELECT accord_people())::uuid[]))));
CREATE POLICY written_by_its_client ON questionnaire_answer AS RESTRICTIVE FOR INSERT WITH CHECK (
  EXISTS (SELECT 1 FROM questionnaire_request r JOIN clinic_case c ON c.case_id = r.case_id
    WHERE r.request_id = questionnaire_answer.request_id AND c.closed_at IS NULL
      AND r.clinic_id = questionnaire_answer.clinic_id
      AND r.client_id = ANY ((SELECT accord_people())::uuid[])));
`
