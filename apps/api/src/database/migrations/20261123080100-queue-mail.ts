import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Letters to people of a clinic: kept for whoever hands them over, or queued for a mail server. (ID12–ID15) */
export class QueueMail20261123080100 implements MigrationInterface {
  name = 'QueueMail20261123080100'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLE)
    await queryRunner.query(ROW_LEVEL_SECURITY)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('letters that wait are not dropped'))
  }
}

/** A letter holds no words: they are written from the catalogue when it is shown or sent. Its link is encrypted. */
const TABLE = `
CREATE TABLE mail (
  mail_id uuid PRIMARY KEY,
  clinic_id uuid NOT NULL,
  person_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('welcome', 'reset', 'reset-at-practice', 'new-device', 'sign-in-changed')),
  audience text NOT NULL CHECK (audience IN ('console', 'portal')),
  link bytea,
  link_until timestamptz,
  state text NOT NULL CHECK (state IN ('kept', 'waiting', 'sent', 'failed', 'given')),
  tries integer NOT NULL DEFAULT 0,
  trouble text CHECK (trouble IN ('refused', 'unreachable', 'unauthorised', 'late')),
  written_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  settled_at timestamptz,
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id),
  CHECK ((link IS NULL) OR (link_until IS NOT NULL))
);
CREATE INDEX mail_due ON mail (due_at) WHERE state = 'waiting';
CREATE INDEX mail_clinic ON mail (clinic_id, written_at);
GRANT SELECT, INSERT ON mail TO accord_app;
GRANT UPDATE (link, state, tries, trouble, due_at, settled_at) ON mail TO accord_app;
`

const ROW_LEVEL_SECURITY = `
ALTER TABLE mail ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail FORCE ROW LEVEL SECURITY;
CREATE POLICY own_clinic ON mail USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
  WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]));
`
