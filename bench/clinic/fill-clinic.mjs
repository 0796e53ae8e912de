import { CheckpointRepository } from '../../apps/api/dist/plan/checkpoint.repository.js'
import { PlanReader } from '../../apps/api/dist/plan/plan-reader.js'
import { writeRecord } from './write-record.mjs'

/** @import { Pool } from 'pg' */
/** @import { OpenedPlan } from './open-clinic.mjs' */

/** Entries that are sealed and hold, after those that only take up room. */
const REAL = 30
const AT_ONCE = 8

/**
 * Gives every plan a long past. Most of it only takes up room, made by the database itself, in the shape of real
 * entries; what is read of it, the last state and what followed, is sealed and holds.
 *
 * @param {import('@nestjs/common').INestApplicationContext} context
 * @param {Pool} database as its owner
 * @param {readonly OpenedPlan[]} plans
 * @param {number} entries of each plan
 */
export async function fillClinic(context, database, plans, entries) {
  /** @type {Map<string, any>} */
  const states = new Map()
  await each(plans, async ({ clinic, log }) => {
    const { plan } = await context.get(PlanReader).load(/** @type {any} */ ({ clinic, log }))
    states.set(log, plan)
  })
  await database.query(FILLER, [entries - REAL, plans.map(({ log }) => log)])
  await database.query(HEADS)
  await each(plans, async ({ clinic, log }) => {
    const place = /** @type {any} */ ({ clinic, log })
    await context.get(CheckpointRepository).keep(place, { ...states.get(log), seq: entries - REAL })
    await writeRecord(context, place, REAL)
  })
  await database.query('ANALYZE')
}

/**
 * @param {readonly OpenedPlan[]} plans
 * @param {(plan: OpenedPlan) => Promise<void>} act
 */
async function each(plans, act) {
  for (let from = 0; from < plans.length; from += AT_ONCE) {
    await Promise.all(plans.slice(from, from + AT_ONCE).map(act))
  }
}

/** A chain whose links are told by log and number alone, so that the database can make it at once. */
const FILLER = `
INSERT INTO entry (clinic_id, log_id, seq, prev_hash, hash, epoch, kind, client_id, op, connection_id, author_id,
  relation, session_id, at_ms, key_version, digest, content)
SELECT h.clinic_id, h.log_id, number,
  CASE WHEN number = h.seq + 1 THEN h.hash
    ELSE sha256(convert_to(h.log_id::text || (number - 1), 'UTF8')) END,
  sha256(convert_to(h.log_id::text || number, 'UTF8')), 1, 'text', h.log_id, number, h.log_id, p.person_id,
  'client', NULL, h.at_ms + number * 1000, 1, sha256(convert_to('digest' || h.log_id::text || number, 'UTF8')),
  decode(repeat(md5(number::text), 17), 'hex')
FROM log_head h
JOIN log l ON l.log_id = h.log_id AND l.audience = 'plan'
JOIN case_party p ON p.case_id = l.case_id AND p.relation = 'client'
CROSS JOIN LATERAL generate_series(h.seq + 1, $1) AS number
WHERE h.log_id = ANY ($2)`

const HEADS = `
UPDATE log_head h SET seq = e.seq, hash = e.hash, at_ms = e.at_ms
FROM (SELECT DISTINCT ON (log_id) log_id, seq, hash, at_ms FROM entry ORDER BY log_id, seq DESC) e
WHERE e.log_id = h.log_id AND e.seq > h.seq`
