import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What practitioners keep to themselves about a restricted case is shown to nobody either. docs/spec/requests.md (DR35) */
export class RestrictPrivatePages20261125020000 implements MigrationInterface {
  name = 'RestrictPrivatePages20261125020000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'GRANT SELECT (case_id, clinic_id, restricted_at) ON clinic_case TO accord_private',
    )
    await queryRunner.query(WHILE_RESTRICTED('process_note', 'process_note_book'))
    await queryRunner.query(WHILE_RESTRICTED('reflection', 'reflection_book'))
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('a restriction holds everywhere'))
  }
}

/** Reading, writing and deleting: a page is reached where its book is. */
const WHILE_RESTRICTED = (table: string, book: string) => `
CREATE POLICY private_not_while_restricted ON ${book} AS RESTRICTIVE TO accord_private USING (
  EXISTS (SELECT 1 FROM clinic_case c WHERE c.case_id = ${book}.case_id AND c.restricted_at IS NULL));
CREATE POLICY private_not_while_restricted ON ${table} AS RESTRICTIVE TO accord_private USING (
  EXISTS (SELECT 1 FROM ${book} b WHERE b.book_id = ${table}.book_id));
`
