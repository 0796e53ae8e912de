import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The end of a look is found by its beginning, without reading every look of the clinic. (AC10) */
export class FindWhoLeft20261122190000 implements MigrationInterface {
  name = 'FindWhoLeft20261122190000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'CREATE INDEX access_event_left ON access_event (opened_by_event) WHERE opened_by_event IS NOT NULL',
    )
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX access_event_left')
  }
}
