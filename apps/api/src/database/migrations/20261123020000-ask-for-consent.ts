import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What clients say yes and no to, the words that they answered, and what was told to outsiders. (CO1–CO10) */
export class AskForConsent20261123020000 implements MigrationInterface {
  name = 'AskForConsent20261123020000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLES)
    await queryRunner.query(WITHHELD)
    await queryRunner.query(ROW_LEVEL_SECURITY)
    await queryRunner.query(GRANTS)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('what was signed and told is kept'))
  }
}

const TABLES = `
CREATE TABLE consent_text (
  clinic_id uuid NOT NULL REFERENCES clinic,
  purpose text NOT NULL CHECK (purpose IN ('limits', 'working-together', 'supervision', 'disclosure')),
  version integer NOT NULL CHECK (version > 0),
  title text NOT NULL,
  words text NOT NULL,
  points jsonb NOT NULL,
  hash bytea NOT NULL CHECK (octet_length(hash) = 32),
  reason text,
  edited_by uuid,
  edited_at timestamptz,
  PRIMARY KEY (clinic_id, purpose, version),
  UNIQUE (clinic_id, purpose, version, hash),
  FOREIGN KEY (clinic_id, edited_by) REFERENCES membership (clinic_id, person_id),
  CHECK ((edited_by IS NULL) = (edited_at IS NULL)),
  CHECK (edited_by IS NOT NULL OR version = 1)
);
CREATE TABLE consent (
  consent_id uuid PRIMARY KEY,
  clinic_id uuid NOT NULL,
  case_id uuid NOT NULL,
  place integer NOT NULL CHECK (place > 0),
  client_id uuid NOT NULL,
  purpose text NOT NULL,
  recipient_id uuid REFERENCES consent,
  answer text NOT NULL CHECK (answer IN ('given', 'refused', 'withdrawn')),
  text_version integer NOT NULL,
  text_hash bytea NOT NULL,
  scope text NOT NULL CHECK (scope IN ('whole-plan', 'goal', 'check-ins', 'notes')),
  goal_id uuid,
  expires_at timestamptz,
  signed_by uuid NOT NULL,
  at timestamptz NOT NULL,
  key_version integer NOT NULL,
  words bytea NOT NULL,
  UNIQUE (case_id, place),
  CHECK ((recipient_id IS NULL) = (purpose <> 'disclosure')),
  CHECK ((goal_id IS NOT NULL) = (scope = 'goal')),
  FOREIGN KEY (clinic_id, case_id) REFERENCES clinic_case (clinic_id, case_id),
  FOREIGN KEY (clinic_id, client_id) REFERENCES membership (clinic_id, person_id),
  FOREIGN KEY (clinic_id, signed_by) REFERENCES membership (clinic_id, person_id),
  FOREIGN KEY (clinic_id, purpose, text_version, text_hash) REFERENCES consent_text (clinic_id, purpose, version, hash)
);
CREATE TABLE disclosure (
  disclosure_id uuid PRIMARY KEY,
  clinic_id uuid NOT NULL,
  case_id uuid NOT NULL,
  told_at timestamptz NOT NULL,
  authority text NOT NULL
    CHECK (authority IN ('consent', 'law', 'court', 'risk-to-life', 'child-at-risk', 'adult-at-risk')),
  consent_id uuid REFERENCES consent,
  held_until timestamptz,
  written_by uuid NOT NULL,
  written_at timestamptz NOT NULL,
  key_version integer NOT NULL,
  words bytea NOT NULL,
  CHECK ((consent_id IS NOT NULL) = (authority = 'consent')),
  CHECK (held_until IS NULL OR (authority <> 'consent' AND held_until <= written_at + interval '30 days')),
  FOREIGN KEY (clinic_id, case_id) REFERENCES clinic_case (clinic_id, case_id),
  FOREIGN KEY (clinic_id, written_by) REFERENCES membership (clinic_id, person_id)
);
CREATE INDEX disclosure_case ON disclosure (case_id, told_at);
`

/** What a no does stands with the case, where every wall reads it, whoever reads the ledger. (CO6, CO7) */
const WITHHELD = `
ALTER TABLE clinic_case
  ADD COLUMN supervision_withheld boolean NOT NULL DEFAULT false,
  ADD COLUMN work_withheld boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT withheld_work_is_closed CHECK (NOT work_withheld OR closed_at IS NOT NULL);
CREATE POLICY not_withheld ON case_supervisor AS RESTRICTIVE FOR INSERT WITH CHECK (
  EXISTS (SELECT 1 FROM clinic_case c WHERE c.case_id = case_supervisor.case_id AND NOT c.supervision_withheld));
`

const ROW_LEVEL_SECURITY = `
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['consent_text', 'consent', 'disclosure'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_clinic ON %I USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
       WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))', name);
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('CREATE TRIGGER never_truncated BEFORE TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
  END LOOP;
END $$;
CREATE POLICY edited_by_an_administrator ON consent_text AS RESTRICTIVE FOR INSERT WITH CHECK (
  edited_by IS NULL OR (edited_by = ANY ((SELECT accord_people())::uuid[])
    AND EXISTS (SELECT 1 FROM membership m WHERE m.clinic_id = consent_text.clinic_id AND m.person_id = edited_by
      AND 'administrator' = ANY (m.roles))));
CREATE POLICY read_in_the_case ON consent AS RESTRICTIVE FOR SELECT USING (
  EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = consent.case_id AND p.until IS NULL
    AND p.person_id = ANY ((SELECT accord_people())::uuid[]))
  OR EXISTS (SELECT 1 FROM case_supervisor s WHERE s.case_id = consent.case_id AND s.until IS NULL
    AND s.person_id = ANY ((SELECT accord_people())::uuid[])));
CREATE POLICY answered_by_client_or_guardian ON consent AS RESTRICTIVE FOR INSERT WITH CHECK (
  signed_by = ANY ((SELECT accord_people())::uuid[])
  AND EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = consent.case_id AND p.person_id = client_id
    AND p.relation = 'client' AND p.until IS NULL)
  AND EXISTS (SELECT 1 FROM case_party s WHERE s.case_id = consent.case_id AND s.person_id = signed_by
    AND s.until IS NULL AND (s.relation = 'guardian' OR s.person_id = client_id)));
CREATE POLICY read_in_the_case ON disclosure AS RESTRICTIVE FOR SELECT USING (
  EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = disclosure.case_id AND p.until IS NULL
    AND p.person_id = ANY ((SELECT accord_people())::uuid[])
    AND (p.relation = 'practitioner' OR held_until IS NULL OR held_until <= now()))
  OR EXISTS (SELECT 1 FROM case_supervisor s WHERE s.case_id = disclosure.case_id AND s.until IS NULL
    AND s.person_id = ANY ((SELECT accord_people())::uuid[])));
CREATE POLICY written_by_staff_of_the_case ON disclosure AS RESTRICTIVE FOR INSERT WITH CHECK (
  written_by = ANY ((SELECT accord_people())::uuid[])
  AND (EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = disclosure.case_id AND p.person_id = written_by
      AND p.relation = 'practitioner' AND p.until IS NULL)
    OR EXISTS (SELECT 1 FROM case_supervisor s WHERE s.case_id = disclosure.case_id AND s.person_id = written_by
      AND s.until IS NULL)));
`

const GRANTS = `
GRANT SELECT, INSERT ON consent_text, consent, disclosure TO accord_app;
GRANT UPDATE (supervision_withheld, work_withheld) ON clinic_case TO accord_app;
`
