import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Reflections, a clinic's words, where remote sessions meet, first sessions. docs/spec/sessions.md, docs/spec/wording.md */
export class ReflectAndReword20261122230000 implements MigrationInterface {
  name = 'ReflectAndReword20261122230000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(REFLECTIONS)
    await queryRunner.query(WORDING)
    await queryRunner.query(CALLS)
    await queryRunner.query(FIRST_SESSIONS)
    await queryRunner.query(AGENDA)
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('what people wrote is not dropped'))
  }
}

const OWN_CLINIC = (table: string) => `
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY own_clinic ON ${table} USING (clinic_id = ANY ((SELECT accord_clinics())::uuid[]))
  WITH CHECK (clinic_id = ANY ((SELECT accord_clinics())::uuid[]));`

const APPEND_ONLY = (table: string) => `
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`

const ME = (column: string) => `${column} = ANY ((SELECT accord_people())::uuid[])`

/**
 * Outside the record: a book of one practitioner in one case has a key of its own, and its rows are shown to transactions that
 * name its writer alone. Only the latest version is kept. (RF2, RF3)
 */
const REFLECTIONS = `
CREATE TABLE reflection_book (
  book_id uuid PRIMARY KEY,
  clinic_id uuid NOT NULL,
  case_id uuid NOT NULL,
  person_id uuid NOT NULL,
  UNIQUE (case_id, person_id),
  UNIQUE (book_id, person_id),
  FOREIGN KEY (clinic_id, case_id) REFERENCES clinic_case (clinic_id, case_id),
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id)
);
CREATE TABLE reflection (
  session_id uuid NOT NULL,
  person_id uuid NOT NULL,
  clinic_id uuid NOT NULL,
  book_id uuid NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  key_version integer NOT NULL,
  content bytea,
  at timestamptz NOT NULL,
  PRIMARY KEY (session_id, person_id),
  FOREIGN KEY (clinic_id, session_id) REFERENCES session (clinic_id, session_id),
  FOREIGN KEY (book_id, person_id) REFERENCES reflection_book (book_id, person_id)
);
GRANT SELECT, INSERT ON reflection_book, reflection TO accord_app;
GRANT UPDATE (version, key_version, content, at) ON reflection TO accord_app;
${OWN_CLINIC('reflection_book')}
${OWN_CLINIC('reflection')}
CREATE POLICY its_writers ON reflection_book AS RESTRICTIVE USING (${ME('person_id')}) WITH CHECK (${ME('person_id')}
  AND EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = reflection_book.case_id AND p.until IS NULL
    AND p.relation = 'practitioner' AND p.person_id = reflection_book.person_id));
CREATE POLICY its_writers ON reflection AS RESTRICTIVE USING (${ME('person_id')}) WITH CHECK (${ME('person_id')}
  AND EXISTS (SELECT 1 FROM reflection_book b JOIN session o ON o.case_id = b.case_id
    WHERE b.book_id = reflection.book_id AND o.session_id = reflection.session_id));
`

/** What a clinic decided about words; none about a client, so they are not encrypted. (WC6) */
const WORDING = `
CREATE TABLE wording_decision (
  decision_id uuid PRIMARY KEY,
  clinic_id uuid NOT NULL,
  act text NOT NULL CHECK (act IN ('add', 'leave')),
  language text NOT NULL CHECK (language ~ '^[a-z]{2,3}$'),
  words text NOT NULL CHECK (words <> ''),
  instead text NOT NULL,
  reason text NOT NULL CHECK (reason <> ''),
  person_id uuid NOT NULL,
  at timestamptz NOT NULL,
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id)
);
CREATE INDEX wording_decision_of ON wording_decision (clinic_id, at);
GRANT SELECT, INSERT ON wording_decision TO accord_app;
${APPEND_ONLY('wording_decision')}
${OWN_CLINIC('wording_decision')}
CREATE POLICY by_an_administrator ON wording_decision AS RESTRICTIVE FOR INSERT WITH CHECK (${ME('person_id')}
  AND EXISTS (SELECT 1 FROM membership m WHERE m.clinic_id = wording_decision.clinic_id
    AND m.person_id = wording_decision.person_id AND 'administrator' = ANY (m.roles)));
`

/** Where remote sessions meet: the clinic's where nobody is named, else a practitioner's own; the last one counts. (SE14) */
const CALLS = `
CREATE TABLE call_address (
  address_id uuid PRIMARY KEY,
  clinic_id uuid NOT NULL,
  whose uuid,
  key_version integer NOT NULL,
  link bytea,
  person_id uuid NOT NULL,
  at timestamptz NOT NULL,
  FOREIGN KEY (clinic_id, whose) REFERENCES membership (clinic_id, person_id),
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id)
);
CREATE INDEX call_address_of ON call_address (clinic_id, whose, at);
GRANT SELECT, INSERT ON call_address TO accord_app;
${APPEND_ONLY('call_address')}
${OWN_CLINIC('call_address')}
CREATE POLICY by_an_administrator_or_its_own ON call_address AS RESTRICTIVE FOR INSERT WITH CHECK (${ME('person_id')}
  AND EXISTS (SELECT 1 FROM membership m WHERE m.clinic_id = call_address.clinic_id
    AND m.person_id = call_address.person_id
    AND CASE WHEN call_address.whose IS NULL THEN 'administrator' = ANY (m.roles)
      ELSE call_address.whose = call_address.person_id AND 'practitioner' = ANY (m.roles) END));
`

/** Every tick and what took it back, with person and time; the last one of an item counts. (SE18) */
const FIRST_SESSIONS = `
CREATE TABLE first_session_tick (
  tick_id uuid PRIMARY KEY,
  clinic_id uuid NOT NULL,
  case_id uuid NOT NULL,
  item text NOT NULL CHECK (item IN ('welcome', 'limits', 'record', 'urgent', 'consent', 'fee', 'comfort', 'hopes',
    'goals', 'next')),
  done boolean NOT NULL,
  person_id uuid NOT NULL,
  at timestamptz NOT NULL,
  FOREIGN KEY (clinic_id, case_id) REFERENCES clinic_case (clinic_id, case_id),
  FOREIGN KEY (clinic_id, person_id) REFERENCES membership (clinic_id, person_id)
);
CREATE INDEX first_session_tick_of ON first_session_tick (case_id, item, at);
GRANT SELECT, INSERT ON first_session_tick TO accord_app;
${APPEND_ONLY('first_session_tick')}
${OWN_CLINIC('first_session_tick')}
CREATE POLICY read_in_the_case ON first_session_tick AS RESTRICTIVE FOR SELECT USING (
  EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = first_session_tick.case_id AND p.until IS NULL
    AND ${ME('p.person_id')})
  OR EXISTS (SELECT 1 FROM case_supervisor s WHERE s.case_id = first_session_tick.case_id AND s.until IS NULL
    AND ${ME('s.person_id')}));
CREATE POLICY ticked_by_practitioner ON first_session_tick AS RESTRICTIVE FOR INSERT WITH CHECK (${ME('person_id')}
  AND EXISTS (SELECT 1 FROM clinic_case c WHERE c.case_id = first_session_tick.case_id AND c.closed_at IS NULL)
  AND EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = first_session_tick.case_id AND p.until IS NULL
    AND p.relation = 'practitioner' AND p.person_id = first_session_tick.person_id));
`

/** Something about a case as a whole can be taken to supervision. (SQ7) */
const AGENDA = `
ALTER TABLE agenda_item DROP CONSTRAINT agenda_item_about_check;
ALTER TABLE agenda_item ADD CONSTRAINT agenda_item_about_check
  CHECK (about IN ('topic', 'case', 'goal', 'moment', 'comment'));
`
