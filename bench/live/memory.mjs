import { rounded } from '../arithmetic.mjs'
import { onStage } from './run.mjs'

/** @import { System } from './systems/system.mjs' */

/**
 * @typedef {object} Held memory of one open plan with two sockets, in KB
 * @property {number} opened of the heap and beside it, after collecting, when nobody has typed yet
 * @property {number} typed the same after some edits of both writers
 * @property {number} resident of the process as the system sees it, then
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
    const look = async () => {
      await new Promise((resolve) => setTimeout(resolve, REST))
      return server.memory()
    }
    await load.open(seats.slice(0, 2 * FIRST))
    await load.each(EDITS, 0)
    const before = await look()
    await load.open(seats.slice(2 * FIRST))
    const opened = await look()
    await load.each(EDITS, 2 * FIRST)
    const typed = await look()
    const perPlan = (/** @type {number} */ bytes) => rounded(bytes / plans / 1_024, 1)
    return {
      opened: perPlan(opened.held - before.held),
      typed: perPlan(typed.held - before.held),
      resident: perPlan(typed.rss - before.rss),
    }
  })
}
