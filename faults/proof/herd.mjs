import { setTimeout as sleep } from 'node:timers/promises'
import { doOneThing } from '../people/writer.mjs'
import { play } from '../seed.mjs'

/** @import { Ground } from '../house/ground.mjs' */
/** @import { House } from '../house/house.mjs' */
/** @import { Random } from '../random.mjs' */
/** @import { Outcome } from '../seed.mjs' */

/**
 * @typedef {object} Return ms from the kill
 * @property {number} upAfter until there was a server again
 * @property {number} liveAfter until all were in their plans
 * @property {number} backAfter until nothing of anybody waited
 * @property {number} lag how late the server's event loop was meanwhile, the 99th of 100, in ms
 */

/** How long nobody may get any further, in ms: a busy machine is waited for. */
const STANDS_STILL_AFTER = 30_000
const UP_WITHIN = 120_000
/** Whoever lost their server goes on typing. */
const TYPES = 3
/** At once, without the pause that would spread them; how long an answer is waited for is as it ships. */
const COME_BACK = { least: 30, most: 250, givesUp: 20_000 }

/**
 * Everybody loses their server at once, types on, and is back at once.
 *
 * @param {Ground} ground
 * @param {{ name: string, many: number }} wanted how many tabs
 * @returns {Promise<Outcome & Return>}
 * @throws when they could not come in to begin with, or somebody stayed out
 */
export async function herd(ground, { name, many }) {
  /** @type {Return} */
  let seen = { upAfter: 0, liveAfter: 0, backAfter: 0, lag: 0 }
  const outcome = await play(ground, {
    name,
    seed: `herd of ${many}`,
    processes: 1,
    comeBack: COME_BACK,
    act: async (house, random) => {
      seatAll(house, many, random)
      await allAre(house, 'in', isLive)
      seen = await loseAndReturn(house, random)
      return { apiKills: 1, postgresCrashes: 0, partitions: 0, others: 0 }
    },
  })
  return { ...outcome, ...seen }
}

/**
 * @param {House} house
 * @param {number} many
 * @param {Random} random
 */
function seatAll(house, many, random) {
  const { cases, practitioner } = house.ground.clinic
  for (let at = house.seats.length; at < many; at++) {
    const of = cases[at % cases.length]
    const person = of && [practitioner, ...of.clients][Math.floor(at / cases.length) % 3]
    if (of && person) house.seat(person, of, random.stream(`${at}`))
  }
}

/**
 * @param {House} house
 * @param {Random} random
 * @returns {Promise<Return>}
 */
async function loseAndReturn(house, random) {
  const [server] = house.processes
  if (!server) throw new Error('a house has a process')
  const began = Date.now()
  const lost = server.life()
  server.signal('SIGKILL')
  for (const [at, { tab }] of house.seats.entries()) {
    for (let typed = 0; typed < TYPES; typed++) doOneThing(tab, random.stream(`${at} ${typed}`))
  }
  await lost.ended
  if (!(await server.becomesReady(UP_WITHIN))) throw new Error('the server did not come back')
  const upAfter = Date.now() - began
  await server.life().measure()
  await allAre(house, 'in again', isLive)
  const liveAfter = Date.now() - began
  await allAre(house, 'stored', ({ tab }) => tab.isSettled)
  const backAfter = Date.now() - began
  const measured = await server.life().measure()
  return { upAfter, liveAfter, backAfter, lag: measured?.lag ?? 0 }
}

/** @param {House['seats'][number]} seat */
const isLive = ({ tab }) => tab.isBarred || tab.state.link === 'live'

/**
 * Waits as long as anybody gets any further.
 *
 * @param {House} house
 * @param {string} what
 * @param {(seat: House['seats'][number]) => boolean} isSo
 */
async function allAre({ seats }, what, isSo) {
  let [most, movedAt] = [-1, Date.now()]
  for (;;) {
    const count = seats.filter(isSo).length
    if (count === seats.length) return
    const waiting = seats.reduce((sum, { tab }) => sum + tab.state.pending.length, 0)
    const reached = count * seats.length * TYPES - waiting
    if (reached > most) [most, movedAt] = [reached, Date.now()]
    if (Date.now() - movedAt > STANDS_STILL_AFTER)
      throw new Error(
        `${count} of ${seats.length} are ${what}, with ${waiting} waiting, and nobody gets further`,
      )
    await sleep(10)
  }
}
