import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What is opened where somebody may be in danger, who is told, and what was said of it. docs/spec/emergency.md */
export class BreakTheGlass20261123070000 implements MigrationInterface {
  name = 'BreakTheGlass20261123070000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(LOOKS)
    await queryRunner.query(TABLES)
    await queryRunner.query(ROW_LEVEL_SECURITY)
    await queryRunner.query(WHO_SEES)
    await queryRunner.query(WHO_WRITES)
    await queryRunner.query(READER)
    await queryRunner.query(READ)
    await queryRunner.query(BELONGS_TO_THE_READER)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('who opened what in an emergency is kept'))
  }
}

const LOOKS = `
ALTER TABLE access_event DROP CONSTRAINT access_event_what_check;
ALTER TABLE access_event ADD CONSTRAINT access_event_what_check CHECK (what IN (
  'plan-opened', 'plan-left', 'history-read', 'replay-opened', 'replay-left', 'exported', 'report-made', 'note-read',
  'emergency-opened', 'emergency-safety', 'emergency-note', 'emergency-goals'));
`

/** An opening is named by the look that it is. Its reason is encrypted with the key of the case's plan. (EM4, EM6) */
const TABLES = `
CREATE TABLE emergency_access (
  access_id uuid PRIMARY KEY REFERENCES access_event,
  clinic_id uuid NOT NULL,
  case_id uuid NOT NULL,
  client_id uuid NOT NULL,
  opened_by uuid NOT NULL,
  purpose text NOT NULL DEFAULT 'BTG' CHECK (purpose = 'BTG'),
  parts text[] NOT NULL CHECK (parts <@ ARRAY['safety', 'note', 'goals'] AND cardinality(parts) BETWEEN 1 AND 3),
  opened_at timestamptz NOT NULL,
  until timestamptz NOT NULL CHECK (until > opened_at AND until <= opened_at + interval '60 minutes'),
  review_due_at timestamptz NOT NULL CHECK (review_due_at <= opened_at + interval '3 days'),
  UNIQUE (clinic_id, access_id),
  FOREIGN KEY (clinic_id, case_id) REFERENCES clinic_case (clinic_id, case_id),
  FOREIGN KEY (clinic_id, client_id) REFERENCES membership (clinic_id, person_id),
  FOREIGN KEY (clinic_id, opened_by) REFERENCES membership (clinic_id, person_id)
);
CREATE INDEX emergency_access_of_case ON emergency_access (case_id, opened_at);
CREATE INDEX emergency_access_of_clinic ON emergency_access (clinic_id, opened_at);
CREATE TABLE emergency_reason (
  access_id uuid PRIMARY KEY,
  clinic_id uuid NOT NULL,
  key_version integer NOT NULL,
  content bytea NOT NULL,
  FOREIGN KEY (clinic_id, access_id) REFERENCES emergency_access (clinic_id, access_id)
);
CREATE TABLE emergency_end (
  access_id uuid PRIMARY KEY,
  clinic_id uuid NOT NULL,
  ended_by uuid NOT NULL,
  at timestamptz NOT NULL,
  FOREIGN KEY (clinic_id, access_id) REFERENCES emergency_access (clinic_id, access_id)
);
CREATE TABLE emergency_review (
  access_id uuid PRIMARY KEY,
  clinic_id uuid NOT NULL,
  reviewed_by uuid NOT NULL,
  at timestamptz NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('in-order', 'not-in-order')),
  key_version integer NOT NULL,
  words bytea NOT NULL,
  FOREIGN KEY (clinic_id, access_id) REFERENCES emergency_access (clinic_id, access_id),
  FOREIGN KEY (clinic_id, reviewed_by) REFERENCES membership (clinic_id, person_id)
);
CREATE TABLE emergency_try (
  try_id uuid PRIMARY KEY,
  clinic_id uuid NOT NULL,
  person_id uuid NOT NULL,
  at timestamptz NOT NULL,
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id)
);
CREATE INDEX emergency_try_of ON emergency_try (clinic_id, person_id, at);
GRANT SELECT, INSERT ON emergency_access, emergency_reason, emergency_end, emergency_review, emergency_try TO accord_app;
`

/** Not even the owner of the tables changes or removes one. (EM8) */
const ROW_LEVEL_SECURITY = `
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['emergency_access', 'emergency_reason', 'emergency_end', 'emergency_review',
    'emergency_try'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_clinic ON %I USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
       WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))', name);
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('CREATE TRIGGER never_truncated BEFORE TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
  END LOOP;
END $$;
`

const ME = (column: string) => `${column} = ANY ((SELECT accord_people())::uuid[])`
const PARTY = (
  relation: string,
) => `EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = emergency_access.case_id
  AND p.until IS NULL AND p.relation = '${relation}' AND ${ME('p.person_id')})`
const ROLE = (
  role: string,
) => `EXISTS (SELECT 1 FROM membership m WHERE m.clinic_id = emergency_access.clinic_id
  AND '${role}' = ANY (m.roles) AND ${ME('m.person_id')})`
const OTHER_SUPERVISOR = `EXISTS (SELECT 1 FROM case_supervisor s WHERE s.case_id = emergency_access.case_id
  AND s.until IS NULL AND s.person_id <> emergency_access.opened_by)`
const SUPERVISES = `EXISTS (SELECT 1 FROM case_supervisor s WHERE s.case_id = emergency_access.case_id
  AND s.until IS NULL AND ${ME('s.person_id')})`
/** Its opener, its client, the case's practitioners and supervisors, and who reviews where the case has nobody. (EM9, EM12) */
const CONCERNED = `(${ME('opened_by')} OR (${ME('client_id')} AND ${PARTY('client')}) OR ${PARTY('practitioner')}
  OR ${SUPERVISES} OR (${ROLE('supervisor')} AND NOT ${OTHER_SUPERVISOR}))`
const SHOWN = (table: string, when: string) =>
  `EXISTS (SELECT 1 FROM emergency_access WHERE emergency_access.access_id = ${table}.access_id AND ${when})`

/** In plpgsql, which is not inlined: an opening is a look itself, and each policy would ask the other. (EM10) */
const WHO_SEES = `
CREATE FUNCTION emergency_shown(wanted uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM emergency_access a WHERE a.access_id = wanted);
END $$;
CREATE POLICY read_by_whom_it_concerns ON emergency_access AS RESTRICTIVE FOR SELECT TO accord_app USING (
  ${CONCERNED} OR ${ROLE('administrator')});
CREATE POLICY read_by_whom_it_concerns ON emergency_reason AS RESTRICTIVE FOR SELECT TO accord_app USING (
  ${SHOWN('emergency_reason', CONCERNED)});
CREATE POLICY with_its_opening ON emergency_end AS RESTRICTIVE FOR SELECT TO accord_app USING (
  ${SHOWN('emergency_end', 'true')});
CREATE POLICY with_its_opening ON emergency_review AS RESTRICTIVE FOR SELECT TO accord_app USING (
  ${SHOWN('emergency_review', 'true')});
CREATE POLICY ones_own ON emergency_try AS RESTRICTIVE TO accord_app USING (${ME('person_id')})
  WITH CHECK (${ME('person_id')} AND at = now());
CREATE POLICY readings_of_an_opening ON access_event AS RESTRICTIVE FOR SELECT TO accord_app USING (
  what NOT IN ('emergency-safety', 'emergency-note', 'emergency-goals') OR emergency_shown(opened_by_event));
`

/** The rule asks this first; a process cannot forget to. Time is PostgreSQL's. (EM3, EM5, EM12) */
const WHO_WRITES = `
CREATE FUNCTION emergency_withheld(of_case uuid, from_person uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM clinic_case c WHERE c.case_id = of_case AND c.supervision_withheld AND (
    EXISTS (SELECT 1 FROM case_supervisor s WHERE s.case_id = of_case AND s.person_id = from_person)
    OR NOT EXISTS (SELECT 1 FROM membership m WHERE m.clinic_id = c.clinic_id AND m.person_id = from_person
      AND 'practitioner' = ANY (m.roles))))
$$;
CREATE POLICY opened_by_staff_of_another_case ON emergency_access AS RESTRICTIVE FOR INSERT TO accord_app WITH CHECK (
  ${ME('opened_by')} AND (${ROLE('practitioner')} OR ${ROLE('supervisor')})
  AND opened_at = now() AND until = now() + interval '60 minutes' AND review_due_at = now() + interval '3 days'
  AND NOT emergency_withheld(case_id, opened_by)
  AND EXISTS (SELECT 1 FROM case_party c WHERE c.case_id = emergency_access.case_id AND c.until IS NULL
    AND c.relation = 'client' AND c.person_id = client_id)
  AND NOT EXISTS (SELECT 1 FROM case_party o WHERE o.case_id = emergency_access.case_id AND o.until IS NULL
    AND o.person_id = opened_by)
  AND NOT EXISTS (SELECT 1 FROM case_supervisor o WHERE o.case_id = emergency_access.case_id AND o.until IS NULL
    AND o.person_id = opened_by)
  AND EXISTS (SELECT 1 FROM access_event e WHERE e.access_event_id = access_id AND e.what = 'emergency-opened'
    AND e.case_id = emergency_access.case_id AND e.person_id = opened_by));
CREATE POLICY said_by_the_opener ON emergency_reason AS RESTRICTIVE FOR INSERT TO accord_app WITH CHECK (
  ${SHOWN('emergency_reason', `${ME('opened_by')} AND opened_at = now()`)});
CREATE POLICY ended_by_the_opener ON emergency_end AS RESTRICTIVE FOR INSERT TO accord_app WITH CHECK (
  ${ME('ended_by')} AND at = now() AND ${SHOWN('emergency_end', 'opened_by = ended_by')});
CREATE POLICY reviewed_by_another_supervisor ON emergency_review AS RESTRICTIVE FOR INSERT TO accord_app WITH CHECK (
  ${ME('reviewed_by')} AND at = now() AND ${SHOWN(
    'emergency_review',
    `opened_by <> reviewed_by AND (${SUPERVISES} OR (${ROLE('supervisor')} AND NOT ${OTHER_SUPERVISOR}))`,
  )});
`

/**
 * Whoever reads for an opening: nobody signs in as it, and its one function names what it reads. The policies by which
 * plans and notes are shown are about people who ask, so they are the application's alone. (EM7)
 */
const READER = `
DO $$
BEGIN
  CREATE ROLE accord_emergency NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- Roles belong to the whole cluster: another database made it.
END $$;
DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'accord_emergency', 'SET') THEN
    GRANT accord_emergency TO CURRENT_USER WITH INHERIT FALSE, SET TRUE;
  END IF;
END $$;
GRANT USAGE ON SCHEMA public TO accord_emergency;
GRANT SELECT ON emergency_access, emergency_end TO accord_emergency;
GRANT SELECT (case_id, clinic_id, supervision_withheld) ON clinic_case TO accord_emergency;
GRANT SELECT (case_id, clinic_id, person_id, relation, until) ON case_party TO accord_emergency;
GRANT SELECT (case_id, clinic_id, person_id, until) ON case_supervisor TO accord_emergency;
GRANT SELECT (clinic_id, person_id, roles) ON membership TO accord_emergency;
GRANT SELECT (log_id, clinic_id, case_id, audience) ON log TO accord_emergency;
GRANT SELECT (clinic_id, person_id, phone, emergency_name, emergency_relation, emergency_phone)
  ON client_profile TO accord_emergency;
GRANT SELECT (clinic_id, case_id, person_id, version, written_at, content) ON safety_plan_version TO accord_emergency;
GRANT SELECT (clinic_id, note_id, case_id, author_id, state, signed_version) ON note TO accord_emergency;
GRANT SELECT (clinic_id, note_id, version, signed_at, content) ON note_signed TO accord_emergency;
GRANT SELECT (clinic_id, note_id, number, at, content) ON note_amendment TO accord_emergency;
GRANT INSERT ON access_event, audit_event TO accord_emergency;
GRANT SELECT, INSERT, UPDATE (seq, hash, at_ms) ON audit_head TO accord_emergency;
GRANT EXECUTE ON FUNCTION append_audit(jsonb) TO accord_emergency;
ALTER POLICY read_by_client_and_staff ON safety_plan_version TO accord_app;
ALTER POLICY read_in_the_case ON note TO accord_app;
ALTER POLICY read_as_shown ON note_signed TO accord_app;
ALTER POLICY read_as_shown ON note_amendment TO accord_app;
`

/** Null where nothing stands open: no look and no event then either. The look and the event are stored with the reading. */
const READ = `
CREATE FUNCTION read_emergency(wanted uuid, wanted_part text, look uuid, act jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  opening emergency_access;
  plan uuid;
BEGIN
  SELECT * INTO opening FROM emergency_access a WHERE a.access_id = wanted
    AND a.opened_by = ANY (accord_people()) AND wanted_part = ANY (a.parts) AND a.until > now()
    AND NOT EXISTS (SELECT 1 FROM emergency_end e WHERE e.access_id = a.access_id)
    AND EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = a.case_id AND p.person_id = a.client_id
      AND p.relation = 'client' AND p.until IS NULL)
    AND NOT emergency_withheld(a.case_id, a.opened_by);
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  SELECT l.log_id INTO plan FROM log l WHERE l.case_id = opening.case_id AND l.audience = 'plan';
  PERFORM append_audit(jsonb_build_array(act || jsonb_build_object('clinic', opening.clinic_id,
    'person', opening.opened_by, 'action', 'emergency.read', 'outcome', 'done', 'code', NULL,
    'case', opening.case_id, 'about', opening.access_id)));
  INSERT INTO access_event (access_event_id, clinic_id, case_id, person_id, relation, what, opened_by_event, at, log_id)
  VALUES (look, opening.clinic_id, opening.case_id, opening.opened_by,
    CASE WHEN act ->> 'roles' LIKE '%practitioner%' THEN 'practitioner' ELSE 'supervisor' END,
    'emergency-' || wanted_part, opening.access_id, now(), plan);
  CASE wanted_part
    WHEN 'safety' THEN
      RETURN jsonb_build_object('case', opening.case_id, 'client', opening.client_id,
        'profile', (SELECT jsonb_build_object('phone', c.phone, 'name', c.emergency_name,
            'relation', c.emergency_relation, 'number', c.emergency_phone)
          FROM client_profile c WHERE c.clinic_id = opening.clinic_id AND c.person_id = opening.client_id),
        'plan', (SELECT jsonb_build_object('version', v.version,
            'at', floor(extract(epoch FROM v.written_at) * 1000), 'content', encode(v.content, 'base64'))
          FROM safety_plan_version v WHERE v.case_id = opening.case_id AND v.person_id = opening.client_id
          ORDER BY v.version DESC LIMIT 1));
    WHEN 'note' THEN
      RETURN jsonb_build_object('case', opening.case_id, 'client', opening.client_id,
        'note', (SELECT jsonb_build_object('note', n.note_id, 'author', n.author_id, 'version', s.version,
            'at', floor(extract(epoch FROM s.signed_at) * 1000), 'content', encode(s.content, 'base64'),
            'amendments', coalesce((SELECT jsonb_agg(jsonb_build_object('number', m.number,
                'at', floor(extract(epoch FROM m.at) * 1000), 'content', encode(m.content, 'base64')) ORDER BY m.number)
              FROM note_amendment m WHERE m.note_id = n.note_id), '[]'))
          FROM note n JOIN note_signed s ON s.note_id = n.note_id AND s.version = n.signed_version
          WHERE n.case_id = opening.case_id AND n.state IN ('signed', 'co-signed', 'amended')
          ORDER BY s.signed_at DESC LIMIT 1));
    WHEN 'goals' THEN
      RETURN jsonb_build_object('case', opening.case_id, 'client', opening.client_id, 'log', plan);
  END CASE;
END $$;
REVOKE ALL ON FUNCTION read_emergency(uuid, text, uuid, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION read_emergency(uuid, text, uuid, jsonb) TO accord_app;
`

const BELONGS_TO_THE_READER = `
GRANT CREATE ON SCHEMA public TO accord_emergency;
ALTER FUNCTION read_emergency(uuid, text, uuid, jsonb) OWNER TO accord_emergency;
REVOKE CREATE ON SCHEMA public FROM accord_emergency;
`
