import { setTimeout as sleep } from 'node:timers/promises'
import { doOneThing } from '../people/writer.mjs'
import { play } from '../seed.mjs'

/** @import { Ground } from '../house/ground.mjs' */
/** @import { House } from '../house/house.mjs' */
/** @import { Outcome } from '../seed.mjs' */

/** In ms. */
const IN_WITHIN = 240_000
/** Whoever lost their server goes on typing. */
const TYPES = 3

/**
 * Everybody loses their server at once, types on, and is back at once, without a pause that would spread them.
 *
 * @param {Ground} ground
 * @param {{ name: string, many: number }} wanted how many tabs
 * @returns {Promise<Outcome & { backAfter: number }>} `backAfter`: ms from the kill until the last of them was back and
 *   had everything stored
 */
export async function herd(ground, { name, many }) {
  let backAfter = 0
  const outcome = await play(ground, {
    name,
    seed: `herd of ${many}`,
    processes: 1,
    act: async (house, random) => {
      const { cases, practitioner } = ground.clinic
      for (let at = house.seats.length; at < many; at++) {
        const of = cases[at % cases.length]
        const person = of && [practitioner, ...of.clients][Math.floor(at / cases.length) % 3]
        if (of && person) house.seat(person, of, random.stream(`${at}`))
      }
      await allIn(house)
      const began = Date.now()
      house.processes[0]?.signal('SIGKILL')
      for (const [at, { tab }] of house.seats.entries()) {
        for (let typed = 0; typed < TYPES; typed++) doOneThing(tab, random.stream(`${at} ${typed}`))
      }
      await allIn(house)
      backAfter = Date.now() - began
      return { apiKills: 1, postgresCrashes: 0, partitions: 0, others: 0 }
    },
  })
  return { ...outcome, backAfter }
}

/**
 * Everybody is in, and nothing of anybody waits. Whoever is not by then is told by what is checked afterwards.
 *
 * @param {House} house
 */
async function allIn({ seats, processes }) {
  const end = Date.now() + IN_WITHIN
  await processes[0]?.becomesReady(IN_WITHIN)
  while (!seats.every(({ tab }) => tab.isSettled) && Date.now() < end) await sleep(20)
}
