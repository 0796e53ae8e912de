import { setTimeout as sleep } from 'node:timers/promises'
import { openHouse } from '../house/house.mjs'
import { takeSeats } from '../people/life.mjs'
import { doOneThing } from '../people/writer.mjs'
import { randomFrom } from '../random.mjs'

/** @import { Ground } from '../house/ground.mjs' */
/** @import { House, Seat } from '../house/house.mjs' */
/** @import { HouseProcess } from '../house/process.mjs' */

/** As the apps' own connection comes back for the first time, in ms. */
const AS_SHIPPED = { least: 100, most: 300, givesUp: 20_000 }
const KILLS = 8
const UP_WITHIN = 120_000
const BACK_WITHIN = 30_000
const CONTENDS_FOR = 8_000

/**
 * How long people are without a server when theirs is killed while a second one runs, and how two processes share one
 * plan that both write to. Times in ms.
 *
 * @param {Ground} ground
 * @param {(line: string) => void} say
 */
export async function measure(ground, say) {
  const measured = []
  // Where Redis is installed they tell each other by it as well.
  for (const withRedis of ground.redis ? [false, true] : [false]) {
    const takeover = await measureTakeover(ground, withRedis)
    say(`takeover: ${JSON.stringify(takeover)}`)
    const contention = await measureContention(ground, withRedis)
    say(`contention: ${JSON.stringify(contention)}`)
    measured.push({ redis: withRedis, takeover, contention })
  }
  return { measured }
}

/**
 * @param {Ground} ground
 * @param {boolean} withRedis
 */
async function measureTakeover(ground, withRedis) {
  const house = await openHouse(ground, { name: 'takeover', processes: 2, comeBack: AS_SHIPPED, withRedis })
  /** @type {number[]} */
  const live = []
  /** @type {number[]} */
  const stored = []
  try {
    await house.isUp()
    await takeSeats(house, randomFrom('takeover'))
    const stop = beginWriting(house)
    for (let kill = 0; kill < KILLS; kill++) {
      const process = mostSeatedOf(house)
      await house.isUp()
      await settle(house)
      const there = house.seats.filter(({ tab }) => isAt(process, tab.origin))
      const began = performance.now()
      process.signal('SIGKILL')
      await Promise.all(
        there.map(async ({ tab }) => {
          while (tab.state.link === 'live') await sleep(1)
          const before = tab.acknowledged
          live.push(await since(began, () => tab.state.link === 'live'))
          stored.push(await since(began, () => tab.acknowledged > before))
        }),
      )
    }
    await stop()
  } finally {
    await house.close()
  }
  return { redis: withRedis, kills: KILLS, comeBack: AS_SHIPPED, live: spread(live), stored: spread(stored) }
}

/** Somebody has to be there, or there is nothing to measure. @param {House} house @returns {HouseProcess} */
function mostSeatedOf({ processes, seats }) {
  const count = (/** @type {HouseProcess} */ one) => seats.filter(({ tab }) => isAt(one, tab.origin)).length
  const [most] = processes.toSorted((a, b) => count(b) - count(a))
  if (!most) throw new Error('a house has a process')
  return most
}

/**
 * @param {HouseProcess} process
 * @param {string} origin
 */
const isAt = ({ origins }, origin) => origin === origins.console || origin === origins.portal

/** @param {House} house */
async function settle({ seats }) {
  const end = Date.now() + UP_WITHIN
  while (!seats.every(({ tab }) => tab.state.link === 'live') && Date.now() < end) await sleep(20)
}

/**
 * @param {number} began
 * @param {() => boolean} isSo
 */
async function since(began, isSo) {
  while (!isSo() && performance.now() - began < BACK_WITHIN) await sleep(1)
  return Math.round(performance.now() - began)
}

/** @param {House} house */
function beginWriting({ seats }) {
  const random = randomFrom('writing')
  let isOver = false
  const write = async (/** @type {Seat} */ { tab }, /** @type {number} */ at) => {
    const own = random.stream(`${at}`)
    while (!isOver) {
      doOneThing(tab, own)
      await sleep(own.between(20, 80))
    }
  }
  const writing = seats.map(write)
  return async () => {
    isOver = true
    await Promise.all(writing)
  }
}

/**
 * One person at each process, in one plan, each sending the next edit as soon as the last one is acknowledged.
 *
 * @param {Ground} ground
 * @param {boolean} withRedis
 */
async function measureContention(ground, withRedis) {
  const house = await openHouse(ground, { name: 'contention', processes: 2, withRedis })
  try {
    await house.isUp()
    const [of] = ground.clinic.cases
    if (!of) throw new Error('a clinic has a case')
    const seats = house.processes.map((one, at) =>
      house.seat(of.clients[at % 2] ?? of.clients[0], of, randomFrom(`contention ${at}`), [one]),
    )
    await settle(house)
    const end = Date.now() + CONTENDS_FOR
    const waits = await Promise.all(seats.map((seat, at) => writeOneByOne(seat, randomFrom(`${at}`), end)))
    const each = waits.map((own) => own.length)
    return {
      redis: withRedis,
      each,
      ofTheOther: Number((Math.min(...each) / Math.max(...each)).toFixed(2)),
      acknowledged: waits.map(spread),
    }
  } finally {
    await house.close()
  }
}

/**
 * @param {Seat} seat
 * @param {import('../random.mjs').Random} random
 * @param {number} end
 */
async function writeOneByOne({ tab }, random, end) {
  /** @type {number[]} */
  const waits = []
  while (Date.now() < end) {
    const before = tab.acknowledged
    const began = performance.now()
    doOneThing(tab, random)
    if (tab.state.pending.length === 0) continue
    while (tab.acknowledged === before && tab.state.pending.length > 0 && Date.now() < end)
      await new Promise(setImmediate)
    if (tab.acknowledged > before) waits.push(performance.now() - began)
  }
  return waits
}

/** @param {readonly number[]} times */
function spread(times) {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (/** @type {number} */ part) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0)
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), most: at(1) }
}
