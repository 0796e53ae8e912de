import { setTimeout as sleep } from 'node:timers/promises'
import { KINDS } from './kinds.mjs'

/** @import { Counted } from './kinds.mjs' */
/** @import { House } from '../house/house.mjs' */
/** @import { Random } from '../random.mjs' */

/**
 * @typedef {{ at: number, kind: string }} Planned at so many ms after the beginning
 * @typedef {Record<Counted, number>} Struck
 */

/** What no seed goes without. */
const ALWAYS = ['api-kill', 'api-crash-point', 'api-kill', 'clients-partition', 'storage-partition']
const EITHER_CRASH = ['postgres-immediate', 'postgres-immediate', 'postgres-kill']
/** In ms. */
const ONE_MORE_EVERY = 700

/**
 * What goes wrong, and when: decided by the seed alone, before anything runs. (NF2)
 *
 * @param {Random} random
 * @param {number} seconds
 * @param {boolean} [hasRedis]
 * @returns {readonly Planned[]}
 */
export function planStorm(random, seconds, hasRedis = false) {
  const length = seconds * 1_000
  const possible = Object.entries(KINDS).filter(([, { needs }]) => needs === undefined || hasRedis)
  const weighted = possible.map(([name, { weight }]) => /** @type {const} */ ([weight, name]))
  const more = Math.max(0, Math.floor(length / ONE_MORE_EVERY) - ALWAYS.length - 1)
  const kinds = [
    ...ALWAYS,
    random.pick(EITHER_CRASH),
    ...Array.from({ length: more }, () => random.weighted(weighted)),
  ]
  return kinds.map((kind) => ({ at: random.between(200, length - 200), kind })).sort((a, b) => a.at - b.at)
}

/**
 * Lets it all happen. A fault that is not over yet never keeps the next one from beginning, but PostgreSQL and Redis
 * die only once at a time.
 *
 * @param {House} house
 * @param {readonly Planned[]} planned
 * @param {Random} random
 * @returns {Promise<Struck>}
 */
export async function rage(house, planned, random) {
  /** @type {Struck} */
  const struck = { apiKills: 0, postgresCrashes: 0, partitions: 0, others: 0 }
  let [postgres, redis] = [Promise.resolve(), Promise.resolve()]
  const began = Date.now()
  const strikes = planned.map(async ({ at, kind }, index) => {
    const what = KINDS[kind]
    if (!what) throw new Error(`nothing is called ${kind}`)
    await sleep(Math.max(0, began + at - Date.now()))
    struck[what.counts] += 1
    const strike = () => what.strike(house, random.stream(`${index} ${kind}`))
    if (kind.startsWith('postgres')) return (postgres = postgres.then(strike))
    if (kind.startsWith('redis')) return (redis = redis.then(strike))
    return strike()
  })
  await Promise.all(strikes)
  return struck
}

/**
 * Everything is well again: every link carries, every process runs, and whoever lost their part has it back.
 *
 * @param {House} house
 * @returns {Promise<boolean>} false when the house does not stand again
 */
export async function heal(house) {
  const { cluster, redis } = house.ground
  cluster.freeze(false)
  redis?.freeze(false)
  for (const { clientLinks, storageLink, life } of house.processes) {
    life().signal('SIGCONT')
    life().order({ fault: 'clock', by: 0 })
    for (const link of [...clientLinks, storageLink]) link.become({})
  }
  if (!cluster.runs()) await cluster.start()
  for (const { tab } of house.seats) {
    tab.readSlowly(false)
    tab.goOffline(false)
  }
  return house.isUp()
}
