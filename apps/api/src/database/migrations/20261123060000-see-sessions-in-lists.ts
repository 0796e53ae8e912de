import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A plan that was open shows no news of sessions: those were seen where their list was. (AT8, AT15) */
export class SeeSessionsInLists20261123060000 implements MigrationInterface {
  name = 'SeeSessionsInLists20261123060000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(COLUMN)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE plan_seen DROP COLUMN list_up_to_ms')
  }
}

/** What was no news before is none now. */
const COLUMN = `
ALTER TABLE plan_seen ADD COLUMN list_up_to_ms bigint NOT NULL DEFAULT 0 CHECK (list_up_to_ms >= 0);
UPDATE plan_seen SET list_up_to_ms = up_to_ms;
GRANT UPDATE (list_up_to_ms) ON plan_seen TO accord_app;
`
