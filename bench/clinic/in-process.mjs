import { performance } from 'node:perf_hooks'
import { AttentionService } from '../../apps/api/dist/attention/attention.service.js'
import { EntryRepository } from '../../apps/api/dist/history/entry.repository.js'
import { KeyStore } from '../../apps/api/dist/history/key-store.js'
import { verifyLog } from '../../apps/api/dist/history/verify-log.js'
import { LivePlans } from '../../apps/api/dist/live-plan/live-plans.js'
import { QueueService } from '../../apps/api/dist/supervision/queue.service.js'
import { figure, latencyFigures } from '../figures.mjs'
import { scans } from './scans.mjs'

/** @import { INestApplicationContext } from '@nestjs/common' */
/** @import { Filled } from './fill-clinic.mjs' */

const PAGE = 1_000
/** The part of the plans that is opened before it counts, so that it isn't the compiler that is measured. */
const WARMING = 0.4
const VERIFICATIONS = 5

/**
 * Plans that nobody has open and of which this process holds nothing, key included: until they can be written in.
 *
 * @param {INestApplicationContext} context
 * @param {Filled} filled
 * @param {number} entries
 */
export async function coldOpens(context, { longPlans }, entries) {
  const times = []
  for (const { clinic, log } of longPlans) {
    const began = performance.now()
    const room = await context.get(LivePlans).open({ clinic, log })
    times.push(performance.now() - began)
    if ('refused' in room) throw new Error(`a plan was not opened: ${room.refused}`)
  }
  return [
    ...latencyFigures(
      `cold open of a plan of ${entries} entries`,
      times.slice(times.length * WARMING),
      '<= 10',
    ),
    ...latencyFigures('  the first ten of a process', times.slice(0, 10)),
    figure('  the very first one', times[0] ?? Number.NaN, 'ms'),
  ]
}

/**
 * @param {INestApplicationContext} context
 * @param {Filled} filled
 */
export async function pageScans(context, { practitioner, supervisor }) {
  const readerOf = (/** @type {any} */ who) => ({ clinic: who.cases[0]?.clinic, person: who.person })
  const [hers, theirs] = [readerOf(practitioner), readerOf(supervisor)]
  /** @type {any} */
  const [mara, ruth] = [
    { ...hers, audience: 'console', roles: ['practitioner'] },
    { ...theirs, audience: 'console', roles: ['supervisor'] },
  ]
  return [
    ...(await scans(context, 'Today', hers, () => context.get(AttentionService).list(mara))),
    ...(await scans(context, 'queue', theirs, () =>
      context.get(QueueService).read(ruth, { with: null, from: 0 }),
    )),
  ]
}

/**
 * A whole record checked from the database: its chain, every content, and that it folds to what was recorded.
 *
 * @param {INestApplicationContext} context
 * @param {Filled} filled
 */
export async function verifications(context, { record }) {
  const place = /** @type {any} */ ({ clinic: record.clinic, log: record.log })
  const entries = context.get(EntryRepository)
  const key = context.get(KeyStore).open(place.log)
  const times = []
  let checked = 0
  for (let round = 0; round < VERIFICATIONS; round++) {
    const began = performance.now()
    const head = await entries.head(place)
    const entriesAfter = (/** @type {number} */ seq) => entries.page(place, seq, PAGE)
    const found = await verifyLog({ ...place, audience: 'plan', head, key, entriesAfter })
    times.push(performance.now() - began)
    if (found.flaw) throw new Error(`a record does not hold: ${found.flaw.reason}`)
    checked = found.entries
  }
  return latencyFigures(`a record of ${checked} entries verified, from the database`, times.slice(1))
}
