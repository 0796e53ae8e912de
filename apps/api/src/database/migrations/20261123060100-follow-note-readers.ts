import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Reading a note that somebody else wrote is a look at the record, told with the session that it is on. (AC10, NO14) */
export class FollowNoteReaders20261123060100 implements MigrationInterface {
  name = 'FollowNoteReaders20261123060100'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
ALTER TABLE access_event DROP CONSTRAINT access_event_what_check;
ALTER TABLE access_event ADD CONSTRAINT access_event_what_check CHECK (what IN (
  'plan-opened', 'plan-left', 'history-read', 'replay-opened', 'replay-left', 'exported', 'report-made', 'note-read'));
ALTER TABLE access_event ADD COLUMN session_id uuid REFERENCES session (session_id);
ALTER TABLE access_event ADD CHECK ((what = 'note-read') = (session_id IS NOT NULL));
`)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('looks that were written down are kept'))
  }
}
