import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A note that is opened in an emergency comes with what its clients said about it. docs/spec/emergency.md (EM4, EM7) */
export class ReadRepliesInEmergencies20261125020300 implements MigrationInterface {
  name = 'ReadRepliesInEmergencies20261125020300'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(GRANTS)
    await queryRunner.query(READ)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('what a note says is read whole'))
  }
}

/** Who is shown replies is decided for the application; for the reader of openings, by its one function. (EM7) */
const GRANTS = `
GRANT SELECT (clinic_id, note_id, number, person_id, at, content) ON note_reply TO accord_emergency;
ALTER POLICY read_as_shown ON note_reply TO accord_app;
`

/** As before, look and event included, and with the replies to the very note that it gives. */
const READ = `
GRANT CREATE ON SCHEMA public TO accord_emergency;
SET LOCAL ROLE accord_emergency;
ALTER FUNCTION read_emergency(uuid, text, uuid, jsonb) RENAME TO read_emergency_part;
REVOKE ALL ON FUNCTION read_emergency_part(uuid, text, uuid, jsonb) FROM accord_app;
CREATE FUNCTION read_emergency(wanted uuid, wanted_part text, look uuid, act jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  answer jsonb := read_emergency_part(wanted, wanted_part, look, act);
BEGIN
  IF wanted_part = 'note' AND jsonb_typeof(answer -> 'note') = 'object' THEN
    answer := jsonb_set(answer, '{note,replies}', coalesce((SELECT jsonb_agg(jsonb_build_object('number', r.number,
        'by', r.person_id, 'at', floor(extract(epoch FROM r.at) * 1000), 'content', encode(r.content, 'base64'))
        ORDER BY r.number)
      FROM note_reply r WHERE r.note_id = (answer #>> '{note,note}')::uuid), '[]'));
  END IF;
  RETURN answer;
END $$;
REVOKE ALL ON FUNCTION read_emergency(uuid, text, uuid, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION read_emergency(uuid, text, uuid, jsonb) TO accord_app;
RESET ROLE;
REVOKE CREATE ON SCHEMA public FROM accord_emergency;
`
