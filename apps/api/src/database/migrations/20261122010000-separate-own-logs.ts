import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Logs that one person has to themselves: only that person's transactions see any row of them. (DR1, DR2) */
export class SeparateOwnLogs20261122010000 implements MigrationInterface {
  name = 'SeparateOwnLogs20261122010000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(PEOPLE_SETTING)
    await queryRunner.query(ONE_OF_A_KIND)
    await queryRunner.query(READ_BY_THE_WRITER)
    await queryRunner.query(WRITTEN_BY_THE_WRITER)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('own logs are not thrown together again'))
  }
}

/** The people of the present transaction, set with SET LOCAL: one who reads, or all who write in a batch. */
const PEOPLE_SETTING = `
CREATE FUNCTION accord_people() RETURNS uuid[]
LANGUAGE sql STABLE PARALLEL SAFE
RETURN string_to_array(NULLIF(current_setting('accord.people', true), ''), ',')::uuid[];
`

const ONE_OF_A_KIND = `
CREATE UNIQUE INDEX log_own_of_person ON log (case_id, writer_id, audience) WHERE writer_id IS NOT NULL;
`

/**
 * Restrictive: these stand beside the clinic's policy, not instead of it. Whatever belongs to a log is seen where the
 * log is. The verifier sees all of it, also entries whose log is gone. (HI6)
 */
const READ_BY_THE_WRITER = `
CREATE POLICY own_log ON log AS RESTRICTIVE USING (
  writer_id IS NULL OR writer_id = ANY ((SELECT accord_people())::uuid[]) OR current_user = 'accord_verifier');
DO $$
DECLARE wanted record;
BEGIN
  FOR wanted IN SELECT * FROM (VALUES
    ('log_head', 'ALL'), ('plan_checkpoint', 'ALL'), ('entry', 'SELECT'), ('alert', 'SELECT')) AS w (name, doing) LOOP
    EXECUTE format(
      'CREATE POLICY where_the_log_is ON %1$I AS RESTRICTIVE FOR %2$s USING (
        current_user = ''accord_verifier'' OR EXISTS (SELECT 1 FROM log l WHERE l.log_id = %1$I.log_id))',
      wanted.name, wanted.doing);
  END LOOP;
END $$;
`

/** Who may write what: parties in a plan, the writer alone in a log of their own. A review log has no writers yet. */
const WRITTEN_BY_THE_WRITER = `
DROP POLICY written_by_a_party ON entry;
CREATE POLICY written_by_a_party ON entry AS RESTRICTIVE FOR INSERT WITH CHECK (
  CASE
    WHEN kind LIKE 'party.%' AND EXISTS (SELECT 1 FROM log l WHERE l.log_id = entry.log_id AND l.writer_id IS NULL)
    THEN EXISTS (SELECT 1 FROM membership m
      WHERE m.clinic_id = entry.clinic_id AND m.person_id = author_id AND 'administrator' = ANY (m.roles))
    ELSE EXISTS (SELECT 1 FROM log l
      JOIN clinic_case c ON c.case_id = l.case_id AND c.closed_at IS NULL
      JOIN case_party p ON p.case_id = l.case_id AND p.until IS NULL
      WHERE l.log_id = entry.log_id AND p.person_id = author_id AND p.relation = entry.relation
        AND CASE l.audience
          WHEN 'plan' THEN true
          WHEN 'draft' THEN l.writer_id = author_id
          WHEN 'private' THEN l.writer_id = author_id AND p.relation = 'practitioner'
          ELSE false
        END)
  END);
CREATE POLICY begun_by_the_writer ON log AS RESTRICTIVE FOR INSERT WITH CHECK (
  writer_id IS NULL OR EXISTS (SELECT 1 FROM case_party p
    WHERE p.case_id = log.case_id AND p.person_id = writer_id AND p.until IS NULL
      AND (log.audience = 'draft' OR p.relation = 'practitioner')));
`
