import { setTimeout as sleep } from 'node:timers/promises'
import { CRASH_POINTS } from '../inside/crash-points.mjs'
import { changePart } from '../house/asking.mjs'
import { doOneThing } from '../people/writer.mjs'
import { play } from '../seed.mjs'
import { killAt } from '../storm/kinds.mjs'

/** @import { Ground } from '../house/ground.mjs' */
/** @import { House } from '../house/house.mjs' */
/** @import { HouseProcess } from '../house/process.mjs' */
/** @import { Outcome } from '../seed.mjs' */

/** In ms. */
const COMES_BY_WITHIN = 20_000
const UP_WITHIN = 60_000

/**
 * Ends a process at every named point, one after the other, while people write at it and at its neighbour. (NF4)
 *
 * @param {Ground} ground
 * @param {string} seed
 * @param {readonly string[]} [points]
 * @returns {Promise<Outcome & { missed: readonly string[] }>} `missed`: nobody came by there
 */
export async function sweep(ground, seed, points = Object.keys(CRASH_POINTS)) {
  /** @type {string[]} */
  const missed = []
  const outcome = await play(ground, {
    name: 'sweep',
    seed,
    processes: 2,
    act: async (house, random) => {
      let isOver = false
      const writing = house.seats.map(async ({ tab }, at) => {
        const own = random.stream(`${at}`)
        while (!isOver) {
          doOneThing(tab, own)
          await sleep(own.between(10, 60))
        }
      })
      for (const [at, point] of points.entries()) {
        if (!(await crashAt(house, point, at))) missed.push(point)
      }
      isOver = true
      await Promise.all(writing)
      return { apiKills: points.length, postgresCrashes: 0, partitions: 0, others: 0 }
    },
  })
  return { ...outcome, missed }
}

/**
 * The two processes take turns, so that one works while the other starts again.
 *
 * @param {House} house
 * @param {string} point
 * @param {number} at
 */
async function crashAt(house, point, at) {
  const process = house.processes[at % house.processes.length]
  if (!process) throw new Error('a house has a process')
  await process.becomesReady(UP_WITHIN)
  const crashing = killAt(process, point, 1, COMES_BY_WITHIN)
  if (point.includes('party')) void changeParts(house, process)
  // Whoever writes may have gone to the neighbour altogether.
  if (point.includes('joined') || at % 2 === 1) for (const { tab } of house.seats) tab.reload()
  return crashing
}

/**
 * @param {House} house
 * @param {HouseProcess} process
 */
async function changeParts({ ground, seats }, process) {
  const { administrator, cases } = ground.clinic
  for (const of of cases) {
    const person = of.clients[1]
    await changePart(process, { administrator, of, person }, 'end')
    await changePart(process, { administrator, of, person }, 'begin')
    for (const { tab } of seats) tab.return()
  }
}
