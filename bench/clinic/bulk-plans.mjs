import { KeyStore } from '../../apps/api/dist/history/key-store.js'
import { newUuid } from '../../apps/api/dist/history/new-uuid.js'
import { sealEntry, sha256 } from '../../apps/api/dist/history/sealing.js'
import { entryColumns } from '../../apps/api/dist/history/entry-row.js'
import { CheckpointRepository } from '../../apps/api/dist/plan/checkpoint.repository.js'
import { longRecord } from '../../apps/api/dist/replay/long-record.js'
import { wordingHash } from '../../packages/domain/dist/goal/wording.js'
import { chainStart } from '../../packages/domain/dist/history/verify.js'
import { PLAN_LIMITS } from '../../packages/domain/dist/plan/limits.js'
import { emptyPlan } from '../../packages/domain/dist/plan/plan.js'
import { enactStaged, stage, startStaging } from '../../packages/domain/dist/plan/stage.js'

/** @import { Pool } from 'pg' */
/** @import { BulkCase } from './bulk-cases.mjs' */

/** Plans whose entries are stored by one statement. */
const AT_ONCE = 100
/** Between two entries of the years that only take up room, and how long ago those ended, in ms. */
const STEP = 20_000
const LATELY = 6 * 86_400_000

const STATEMENTS = [
  'I sleep through most nights, and my phone stays in the kitchen from ten',
  'I ask for a day off when I need one, before I am worn out',
  'We eat together twice a week and nobody brings a screen to the table',
]

/**
 * Gives plans a past. How it began and what happened lately is sealed, chained and holds; the years in between are made
 * by the database itself, in the shape and the size of real entries, and nobody reads them.
 *
 * @param {import('@nestjs/common').INestApplicationContext} context
 * @param {Pool} database as its owner
 * @param {readonly BulkCase[]} cases
 * @param {{ entriesOf: (number: number) => number, isClosed: (number: number) => boolean, lately: number }} extent how many
 *   entries a plan has in all, how many came lately, and whether its state was kept when the last one left, or only before
 */
export async function bulkPlans(context, database, cases, { entriesOf, isClosed, lately }) {
  await database.query(WITHOUT_INDEXES)
  for (let from = 0; from < cases.length; from += AT_ONCE) {
    const some = cases.slice(from, from + AT_ONCE).map((one, index) => {
      return begun(context, one, {
        ...{ number: from + index, entries: entriesOf(from + index), lately },
        isClosed: isClosed(from + index),
      })
    })
    await storeEntries(
      database,
      some.flatMap(({ first }) => first),
    )
    await database.query(YEARS, [
      some.map(({ place }) => place.log),
      some.map(({ state }) => state.seq),
      some.map(({ plan }) => plan.seq),
      some.map(({ state }) => state.at),
      some.map(({ state }) => state.hash),
      some.map(({ client }) => client),
      some.map(({ place }) => place.clinic),
    ])
    await storeEntries(
      database,
      some.flatMap(({ last }) => last),
    )
    await Promise.all(some.map(({ place, kept }) => context.get(CheckpointRepository).keep(place, kept)))
  }
  await database.query(HEADS)
  await database.query(WITH_INDEXES)
}

/**
 * @param {import('@nestjs/common').INestApplicationContext} context
 * @param {BulkCase} one
 * @param {{ number: number, entries: number, lately: number, isClosed: boolean }} extent
 */
function begun(context, one, { number, entries, lately, isClosed }) {
  const { clinic, log, client, openedAt } = one
  const writer = writerOf(context, one)
  const { goals, first } = beginningOf(writer, one)
  const { at, prevHash: hash, staging } = writer.now()
  const { seq } = staging.plan
  // The years do nothing to the plan but bring it forward.
  const end = entries - lately
  const plan = { ...staging.plan, seq: end }
  writer.goTo({
    staging: startStaging(plan),
    prevHash: sha256(Buffer.from(`${log}${end}`)),
    at: Math.max(Date.now() - LATELY - (number % 20) * 3_600_000, openedAt, at + (end - seq) * STEP),
  })
  const last = lateOf(writer, one, { goals, number, lately })
  const kept = isClosed ? writer.now().staging.plan : plan
  return { place: { clinic, log }, client, state: { seq, at, hash }, plan, kept, first, last }
}

/**
 * Writes in one plan as people would: each entry sealed and chained to the one before.
 *
 * @param {import('@nestjs/common').INestApplicationContext} context
 * @param {BulkCase} one
 */
function writerOf(context, { clinic, log, openedAt }) {
  const key = context.get(KeyStore).open(log)
  let now = { staging: startStaging(emptyPlan(log)), prevHash: chainStart(log, sha256).hash, at: openedAt }
  const nowhere = { clientId: null, op: null, connection: null, session: null }
  /** @param {any} staged @param {any} by @param {number} [at] */
  const sealed = ({ payload, record, after }, by, at = now.at) => {
    const place = { clinic, log, seq: after.plan.seq, prevHash: now.prevHash, epoch: 1, at }
    const stamp = { author: by.person, relation: by.relation }
    const entry = sealEntry({ ...place, ...nowhere, ...stamp }, payload, record, key)
    now = { staging: after, prevHash: entry.hash, at }
    return entry
  }
  return {
    now: () => now,
    goTo: (/** @type {typeof now} */ then) => void (now = then),
    sealed,
    /** @param {any} by @param {any} command */
    done: (by, command) => {
      const at = now.at + 1_000
      return sealed(stage(now.staging, { kind: 'command', command }, by, at, PLAN_LIMITS), by, at)
    },
  }
}

/**
 * @param {ReturnType<typeof writerOf>} writer
 * @param {BulkCase} one
 */
function beginningOf(writer, one) {
  const desk = /** @type {any} */ ({ person: one.administrator, relation: 'administrator' })
  const joined = peopleOf(one).map((who) => {
    const payload = /** @type {any} */ ({ kind: 'party.joined', ...who })
    const { staging, at } = writer.now()
    const stamp = { seq: staging.plan.seq + 1, at, author: desk.person, relation: desk.relation }
    return writer.sealed(enactStaged(staging, stamp, payload, undefined, PLAN_LIMITS), desk)
  })
  const goals = STATEMENTS.map((statement) => {
    return { goal: /** @type {any} */ (newUuid(Date.now())), statement }
  })
  const [, client] = peopleOf(one)
  const shared = goals.map(({ goal, statement }) => {
    const words = { title: statement.slice(0, 30), statement, why: '' }
    return writer.done(client, { name: 'goal.share', goal, kind: 'change', ...words })
  })
  return { goals, first: [...joined, ...shared] }
}

/**
 * @param {ReturnType<typeof writerOf>} writer
 * @param {BulkCase} one
 * @param {{ goals: { goal: any, statement: string }[], number: number, lately: number }} extent
 */
function lateOf(writer, one, { goals, number, lately }) {
  const [practitioner, client] = peopleOf(one)
  const { seq: readAt } = writer.now().staging.plan
  const said = goals.flatMap(({ goal, statement }, index) => {
    const read = {
      name: 'agreement.answer',
      goal,
      wording: wordingHash(goal, statement),
      readAt,
      reason: null,
    }
    const answer = (number + index) % 4 === 0 ? 'need-time' : 'agree'
    return [writer.done(practitioner, { ...read, answer: 'agree' }), writer.done(client, { ...read, answer })]
  })
  const { staging, at } = writer.now()
  const typed = [...longRecord(staging.plan, at, lately - said.length)]
  return [...said, ...typed.map(({ by, at: when, staged }) => writer.sealed(staged, by, when))]
}

/** @param {BulkCase} one */
function peopleOf({ practitioner, client }) {
  return [
    { person: practitioner, relation: 'practitioner' },
    { person: client, relation: 'client' },
  ]
}

/**
 * @param {Pool} database
 * @param {any[]} entries
 */
async function storeEntries(database, entries) {
  await database.query(ENTRIES, /** @type {any[]} */ (entryColumns(entries)))
}

/** Built once over everything, instead of kept true a million times. */
const WITHOUT_INDEXES = `
ALTER TABLE entry DROP CONSTRAINT entry_log_id_prev_hash_key;
ALTER TABLE entry DROP CONSTRAINT entry_clinic_id_log_id_fkey;
DROP INDEX entry_operation`

const WITH_INDEXES = `
ALTER TABLE entry ADD CONSTRAINT entry_log_id_prev_hash_key UNIQUE (log_id, prev_hash);
ALTER TABLE entry ADD CONSTRAINT entry_clinic_id_log_id_fkey FOREIGN KEY (clinic_id, log_id) REFERENCES log (clinic_id, log_id);
CREATE UNIQUE INDEX entry_operation ON entry (log_id, client_id, op) WHERE client_id IS NOT NULL`

const COLUMNS = `clinic_id, log_id, seq, prev_hash, hash, epoch, kind, client_id, op, connection_id, author_id, relation,
  session_id, at_ms, key_version, digest, content`

const ENTRIES = `
INSERT INTO entry (${COLUMNS}) SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::bytea[], $5::bytea[],
  $6::integer[], $7::text[], $8::uuid[], $9::bigint[], $10::uuid[], $11::uuid[], $12::text[], $13::uuid[], $14::bigint[],
  $15::integer[], $16::bytea[], $17::bytea[])`

/** A chain whose links are told by log and number alone, so that the database can make it at once. */
const YEARS = `
INSERT INTO entry (${COLUMNS})
SELECT y.clinic_id, y.log_id, number, lag(link, 1, y.hash) OVER (PARTITION BY y.log_id ORDER BY number), link, 1,
  'text', y.log_id, number, y.log_id, y.client, 'client', NULL, y.at + (number - y.after) * ${STEP}, 1, link,
  decode(repeat(md5(number::text), 17), 'hex')
FROM unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::bigint[], $5::bytea[], $6::uuid[], $7::uuid[])
  AS y (log_id, after, up_to, at, hash, client, clinic_id)
CROSS JOIN LATERAL (SELECT number, sha256(convert_to(y.log_id::text || number, 'UTF8')) AS link
  FROM generate_series(y.after + 1, y.up_to) AS number) made`

const HEADS = `
UPDATE log_head h SET seq = e.seq, hash = e.hash, at_ms = e.at_ms
FROM (SELECT DISTINCT ON (log_id) log_id, seq, hash, at_ms FROM entry ORDER BY log_id, seq DESC) e
WHERE e.log_id = h.log_id AND e.seq > h.seq`
