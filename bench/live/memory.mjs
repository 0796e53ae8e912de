import { rounded } from '../arithmetic.mjs'
import { onStage } from './run.mjs'

/** @import { System } from './systems/system.mjs' */

/**
 * @typedef {object} Held memory of one open plan with two sockets, each of which has made some edits
 * @property {number} held KB of the heap and beside it, after collecting
 * @property {number} resident KB of the process as the system sees it
 */

/** Plans that are open before the first look, so that what is loaded with the first ones counts for none. */
const FIRST = 50
/** What each writer has typed. */
const EDITS = 20
/** Enough for timers to have let go of what they held, in ms. */
const REST = 3_000

/**
 * @param {System} system
 * @param {string} postgres
 * @param {number} plans
 * @returns {Promise<Held>}
 */
export function measureMemory(system, postgres, plans) {
  return onStage(system, postgres, FIRST + plans, async ({ seats, load, server }) => {
    const look = async (/** @type {number} */ from, /** @type {number} */ to) => {
      await load.open(seats.slice(2 * from, 2 * to))
      await load.each(EDITS, 2 * from)
      await new Promise((resolve) => setTimeout(resolve, REST))
      return server.memory()
    }
    const before = await look(0, FIRST)
    const after = await look(FIRST, FIRST + plans)
    const perPlan = (/** @type {'held' | 'rss'} */ what) => (after[what] - before[what]) / plans / 1_024
    return { held: rounded(perPlan('held'), 1), resident: rounded(perPlan('rss'), 1) }
  })
}
