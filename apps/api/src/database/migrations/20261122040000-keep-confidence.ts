import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Logs that a case's clients and practitioners keep from its guardians. docs/spec/whole-plan.md (CF1–CF5) */
export class KeepConfidence20261122040000 implements MigrationInterface {
  name = 'KeepConfidence20261122040000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(ONE_OF_A_CASE)
    await queryRunner.query(CONFIDANTS)
    await queryRunner.query(READ_BY_CONFIDANTS)
    await queryRunner.query(WRITTEN_BY_CONFIDANTS)
    await queryRunner.query(LOOKS_OF_A_LOG)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('what was told in confidence is not laid open again'))
  }
}

const ONE_OF_A_CASE = `
ALTER TABLE log DROP CONSTRAINT log_audience_check;
ALTER TABLE log ADD CONSTRAINT log_audience_check
  CHECK (audience IN ('plan', 'draft', 'private', 'review', 'confidential'));
CREATE UNIQUE INDEX log_confidential_of_case ON log (case_id) WHERE audience = 'confidential';
`

/**
 * Whether the present transaction names somebody between whom a case's confidential log is. In plpgsql, which is not
 * inlined: the verifier, who never comes to it, may not read the tables that it asks.
 */
const CONFIDANTS = `
CREATE FUNCTION accord_names_a_confidant(of_case uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM case_party p
      WHERE p.case_id = of_case AND p.until IS NULL AND p.relation IN ('client', 'practitioner')
        AND p.person_id = ANY (accord_people()))
    OR EXISTS (SELECT 1 FROM case_supervisor s
      WHERE s.case_id = of_case AND s.until IS NULL AND s.person_id = ANY (accord_people()));
END $$;
`

/** Heads, entries, checkpoints and alerts are seen where their log is: their policies ask for it already. (DR1) */
const READ_BY_CONFIDANTS = `
ALTER POLICY own_log ON log USING (
  CASE
    WHEN current_user = 'accord_verifier' THEN true
    WHEN audience = 'confidential' THEN accord_names_a_confidant(case_id)
    ELSE writer_id IS NULL OR writer_id = ANY ((SELECT accord_people())::uuid[])
  END);
`

/** Who its parties are is said by an administrator, and by whoever begins it, at the moment of beginning. (CF4) */
const WRITTEN_BY_CONFIDANTS = `
ALTER POLICY begun_by_the_writer ON log WITH CHECK (
  CASE WHEN audience = 'confidential'
    THEN EXISTS (SELECT 1 FROM case_party p
      WHERE p.case_id = log.case_id AND p.until IS NULL AND p.relation IN ('client', 'practitioner')
        AND p.person_id = ANY ((SELECT accord_people())::uuid[]))
    ELSE writer_id IS NULL OR EXISTS (SELECT 1 FROM case_party p
      WHERE p.case_id = log.case_id AND p.person_id = writer_id AND p.until IS NULL
        AND (log.audience = 'draft' OR p.relation = 'practitioner'))
  END);
ALTER POLICY written_by_a_party ON entry WITH CHECK (
  CASE
    WHEN kind LIKE 'party.%' AND relation = 'administrator'
      AND EXISTS (SELECT 1 FROM log l WHERE l.log_id = entry.log_id AND l.writer_id IS NULL)
    THEN EXISTS (SELECT 1 FROM membership m
      WHERE m.clinic_id = entry.clinic_id AND m.person_id = author_id AND 'administrator' = ANY (m.roles))
    ELSE EXISTS (SELECT 1 FROM log l
      JOIN clinic_case c ON c.case_id = l.case_id AND c.closed_at IS NULL
      JOIN case_party p ON p.case_id = l.case_id AND p.until IS NULL
      WHERE l.log_id = entry.log_id AND p.person_id = author_id AND p.relation = entry.relation
        AND CASE l.audience
          WHEN 'plan' THEN kind NOT LIKE 'party.%'
          WHEN 'confidential' THEN p.relation IN ('client', 'practitioner') AND (kind NOT LIKE 'party.%'
            OR entry.at_ms = floor(extract(epoch FROM l.created_at) * 1000)::bigint)
          WHEN 'draft' THEN l.writer_id = author_id
          WHEN 'private' THEN l.writer_id = author_id AND p.relation = 'practitioner'
          ELSE false
        END)
  END);
`

/** A look at a log is told to whom the log is shown. It is written down even by whoever just lost their part. (CF5) */
const LOOKS_OF_A_LOG = `
ALTER TABLE access_event ADD COLUMN log_id uuid;
ALTER TABLE access_event ADD FOREIGN KEY (clinic_id, log_id) REFERENCES log (clinic_id, log_id);
CREATE POLICY where_the_log_is ON access_event AS RESTRICTIVE FOR SELECT USING (
  log_id IS NULL OR EXISTS (SELECT 1 FROM log l WHERE l.log_id = access_event.log_id));
`
