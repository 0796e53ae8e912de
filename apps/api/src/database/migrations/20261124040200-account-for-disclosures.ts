import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What is told for treatment, payment or running the practice is written down too, and not accounted for. (CO10) */
export class AccountForDisclosures20261124040200 implements MigrationInterface {
  name = 'AccountForDisclosures20261124040200'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(AUTHORITIES)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('what was told on that authority stays written down'))
  }
}

const AUTHORITIES = `
ALTER TABLE disclosure DROP CONSTRAINT disclosure_authority_check;
ALTER TABLE disclosure ADD CONSTRAINT disclosure_authority_check CHECK (authority IN (
  'consent', 'treatment-payment-operations', 'law', 'court', 'risk-to-life', 'child-at-risk', 'adult-at-risk'));
`
