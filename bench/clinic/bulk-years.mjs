import { KeyStore } from '../../apps/api/dist/history/key-store.js'
import { newUuid } from '../../apps/api/dist/history/new-uuid.js'
import { sealAnswers } from '../../apps/api/dist/alliance/check-in-seal.js'
import { ReviewLogs } from '../../apps/api/dist/review/review-logs.js'

/** @import { Pool } from 'pg' */
/** @import { BulkCase } from './bulk-cases.mjs' */

/** Of every case: sessions that were held, a week apart, and visits to its record by each who sees to it. */
const SESSIONS = 20
const VISITS = 20

/**
 * What years leave beside a plan: sessions, check-ins after them, visits to the record, and reviews.
 *
 * @param {import('@nestjs/common').INestApplicationContext} context
 * @param {Pool} database as its owner
 * @param {readonly BulkCase[]} cases
 * @param {{ supervisor: any, supervised: readonly BulkCase[] }} measured
 */
export async function bulkYears(context, database, cases, { supervisor, supervised }) {
  const ids = supervised.map((one) => one.case)
  await database.query(SUPERVISED, [supervisor, ids])
  const clinic = cases[0]?.clinic
  await database.query(HELD, [clinic, SESSIONS])
  await database.query(STEPS, [clinic])
  await database.query(VISITED, [clinic, supervisor, VISITS])
  await database.query(LEFT)
  await checkIns(context, database, supervised)
  for (const one of supervised) await review(context, database, one, supervisor)
}

/**
 * @param {import('@nestjs/common').INestApplicationContext} context
 * @param {Pool} database
 * @param {readonly BulkCase[]} supervised
 */
async function checkIns(context, database, supervised) {
  const { rows } = await database.query(SESSIONS_OF, [supervised.map((one) => one.case)])
  const answered = rows.map(({ session, client, log, number }) => {
    const rating = 6 + (number % 4)
    const answers = {
      ratings: { goals: rating, tasks: rating, bond: rating, heard: rating + 0.5 },
      words: 'It was a lot',
    }
    return sealAnswers(answers, { session, client, version: 1 }, context.get(KeyStore).open(log))
  })
  const column = (/** @type {string} */ name) => rows.map((row) => row[name])
  await database.query(CHECK_INS, [
    column('clinic'),
    column('session'),
    column('case_id'),
    column('client'),
    column('ended'),
    answered,
  ])
}

/**
 * @param {import('@nestjs/common').INestApplicationContext} context
 * @param {Pool} database
 * @param {BulkCase} one
 * @param {any} supervisor
 */
async function review(context, database, { clinic, case: caseId, log: plan }, supervisor) {
  const logs = context.get(ReviewLogs)
  const place = { clinic, caseId, reader: supervisor }
  const { rows } = await database.query(
    'SELECT seq::float8 AS seq, hash FROM entry WHERE log_id = $1 AND seq = 200',
    [plan],
  )
  const upTo = { seq: rows[0].seq, hash: rows[0].hash.toString('hex') }
  const pin = { plan, ...upTo, goal: null, passage: null }
  const by = { person: supervisor, relation: 'supervisor' }
  const acts = [
    { kind: 'review.sign', id: newUuid(Date.now()), plan, from: 1, upTo, checklist: null, concerns: null },
    {
      kind: 'review.comment',
      id: newUuid(Date.now()),
      pin,
      text: 'Whose words are these?',
      readers: 'practitioner',
    },
    { kind: 'review.ask', id: newUuid(Date.now()), pin, text: 'Please ask again' },
  ]
  for (const act of acts) {
    const allowed = /** @type {any} */ ({ act, by, at: Date.now() - 5 * 86_400_000 })
    if (!(await logs.append(place, await logs.read(place), allowed)))
      throw new Error('a review was not written')
  }
}

const SUPERVISED = `INSERT INTO case_supervisor (clinic_id, case_id, person_id, since)
SELECT clinic_id, case_id, $1, opened_at FROM clinic_case WHERE case_id = ANY ($2)`

const HELD = `INSERT INTO session (session_id, clinic_id, case_id, kind, place, scheduled_for, minutes, state)
SELECT gen_random_uuid(), clinic_id, case_id, 'work', 'room', opened_at + week * interval '7 days', 50, 'signed'
FROM clinic_case, generate_series(1, $2) AS week WHERE clinic_id = $1`

const STEPS = `INSERT INTO session_step (session_id, clinic_id, state, at, person_id)
SELECT o.session_id, o.clinic_id, s.state, o.scheduled_for + s.after, p.person_id
FROM session o JOIN case_party p ON p.case_id = o.case_id AND p.relation = 'practitioner'
CROSS JOIN (VALUES ('scheduled', interval '-3 days'), ('live', interval '0'), ('ended', interval '50 minutes'),
  ('noted', interval '1 hour'), ('signed', interval '1 day')) AS s (state, after)
WHERE o.clinic_id = $1`

/** Of those who see to a case, and of the supervisor whom the measurement knows, each time ten days apart. */
const VISITED = `INSERT INTO access_event (access_event_id, clinic_id, case_id, person_id, relation, what, at, log_id)
SELECT gen_random_uuid(), c.clinic_id, c.case_id, w.person_id, w.relation, 'plan-opened',
  now() - interval '3 days' - (visit * 10 + abs(hashtext(c.case_id::text)) % 8) * interval '1 day', l.log_id
FROM clinic_case c
JOIN log l ON l.case_id = c.case_id AND l.audience = 'plan'
CROSS JOIN LATERAL (
  SELECT person_id, relation FROM case_party WHERE case_id = c.case_id
  UNION ALL SELECT person_id, 'supervisor' FROM case_supervisor WHERE case_id = c.case_id AND person_id = $2) w
CROSS JOIN generate_series(0, $3 - 1) AS visit WHERE c.clinic_id = $1`

const LEFT = `INSERT INTO access_event
  (access_event_id, clinic_id, case_id, person_id, relation, what, opened_by_event, at, log_id)
SELECT gen_random_uuid(), clinic_id, case_id, person_id, relation, 'plan-left', access_event_id,
  at + interval '10 minutes', log_id FROM access_event WHERE what = 'plan-opened'`

const SESSIONS_OF = `SELECT o.clinic_id AS clinic, o.session_id AS session, o.case_id, p.person_id AS client,
  l.log_id AS log, s.at AS ended, extract(epoch FROM s.at)::bigint::int % 97 AS number
FROM session o JOIN session_step s ON s.session_id = o.session_id AND s.state = 'ended'
JOIN case_party p ON p.case_id = o.case_id AND p.relation = 'client'
JOIN log l ON l.case_id = o.case_id AND l.audience = 'plan' WHERE o.case_id = ANY ($1)`

const CHECK_INS = `
WITH wanted AS (SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::timestamptz[], $6::bytea[])
  AS w (clinic_id, session_id, case_id, person_id, at, content)),
said AS (INSERT INTO check_in (session_id, person_id, clinic_id, case_id, version, shown_to)
  SELECT session_id, person_id, clinic_id, case_id, 1, 'now' FROM wanted)
INSERT INTO check_in_version (session_id, person_id, version, clinic_id, at, shown_to, key_version, content)
SELECT session_id, person_id, 1, clinic_id, at + interval '1 hour', 'now', 1, content FROM wanted`
