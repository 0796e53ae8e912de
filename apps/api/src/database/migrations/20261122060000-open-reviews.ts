import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Reviews: a log per case that its supervisors and its practitioners write, and what a clinic asks of a review. docs/spec/review.md */
export class OpenReviews20261122060000 implements MigrationInterface {
  name = 'OpenReviews20261122060000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(ONE_PER_CASE)
    await queryRunner.query(READ_BY_ITS_PEOPLE)
    await queryRunner.query(WRITTEN_BY_ITS_PEOPLE)
    await queryRunner.query(CHECKLIST)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('reviews that were signed are kept'))
  }
}

const ONE_PER_CASE = `CREATE UNIQUE INDEX log_review_of_case ON log (case_id) WHERE audience = 'review';`

/**
 * A review is there only for transactions that name a live supervisor or practitioner of its case, and so is whatever
 * belongs to its log. For the application's role alone: the verifier reads every log, and may not read cases. (RV10)
 */
const READ_BY_ITS_PEOPLE = `
CREATE POLICY review_of_its_people ON log AS RESTRICTIVE TO accord_app USING (
  audience <> 'review'
  OR EXISTS (SELECT 1 FROM case_supervisor s WHERE s.case_id = log.case_id AND s.until IS NULL
    AND s.person_id = ANY ((SELECT accord_people())::uuid[]))
  OR EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = log.case_id AND p.until IS NULL
    AND p.relation = 'practitioner' AND p.person_id = ANY ((SELECT accord_people())::uuid[])));
`

/**
 * Who may write what: parties in a plan, the writer alone in a log of their own, supervisors and practitioners in a
 * review, each what is theirs. Acts of a review stand nowhere else, and nothing else stands in one. A closed case is
 * reviewed like an open one. (RV2, RV10)
 */
const WRITTEN_BY_ITS_PEOPLE = `
ALTER POLICY written_by_a_party ON entry WITH CHECK (
  CASE
    WHEN kind LIKE 'review.%' THEN EXISTS (SELECT 1 FROM log l
      WHERE l.log_id = entry.log_id AND l.audience = 'review' AND CASE entry.relation
        WHEN 'supervisor' THEN kind <> 'review.answer' AND EXISTS (SELECT 1 FROM case_supervisor s
          WHERE s.case_id = l.case_id AND s.person_id = author_id AND s.until IS NULL)
        WHEN 'practitioner' THEN kind NOT IN ('review.ask', 'review.sign') AND EXISTS (SELECT 1 FROM case_party p
          WHERE p.case_id = l.case_id AND p.person_id = author_id AND p.until IS NULL AND p.relation = 'practitioner')
        ELSE false
      END)
    WHEN kind LIKE 'party.%' AND relation = 'administrator' AND EXISTS (SELECT 1 FROM log l
      WHERE l.log_id = entry.log_id AND l.writer_id IS NULL AND l.audience <> 'review')
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

/** A clinic's own words about its work, none about a client: they are not encrypted. Versions are only added. (RV12) */
const CHECKLIST = `
CREATE TABLE review_checklist (
  clinic_id uuid NOT NULL REFERENCES clinic,
  version integer NOT NULL CHECK (version > 0),
  items text[] NOT NULL CHECK (cardinality(items) <= 20),
  edited_by uuid NOT NULL,
  edited_at timestamptz NOT NULL,
  PRIMARY KEY (clinic_id, version),
  FOREIGN KEY (clinic_id, edited_by) REFERENCES membership (clinic_id, person_id)
);
GRANT SELECT, INSERT ON review_checklist TO accord_app;
ALTER TABLE review_checklist ENABLE ROW LEVEL SECURITY;
ALTER TABLE review_checklist FORCE ROW LEVEL SECURITY;
CREATE POLICY own_clinic ON review_checklist USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
  WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]));
`
