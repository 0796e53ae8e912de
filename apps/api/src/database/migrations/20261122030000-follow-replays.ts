import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Replays, exports and reports are looks at a record like opening it; a replay may be of one goal. (HI12, AC8) */
export class FollowReplays20261122030000 implements MigrationInterface {
  name = 'FollowReplays20261122030000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
ALTER TABLE access_event DROP CONSTRAINT access_event_what_check;
ALTER TABLE access_event ADD CONSTRAINT access_event_what_check CHECK (what IN (
  'plan-opened', 'plan-left', 'history-read', 'replay-opened', 'replay-left', 'exported', 'report-made'));
ALTER TABLE access_event ADD COLUMN goal_id uuid;
`)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('looks that were written down are kept'))
  }
}
