import { onStage } from './run.mjs'

/** @import { System } from './systems/system.mjs' */

/**
 * @typedef {object} Lost
 * @property {number} acknowledged edits that were called saved before the process was killed
 * @property {number} lost those of them that the database does not have afterwards
 */

const PLANS = 50
/** In the midst of typing: after this many seconds. */
const KILLED_AFTER = 4
const RATE = 660

/**
 * Kills a server with SIGKILL while people type and counts what was called saved and is gone.
 *
 * @param {System} system
 * @param {string} postgres
 * @returns {Promise<Lost>}
 */
export function measureLoss(system, postgres) {
  return onStage(system, postgres, PLANS, async ({ place, seats, load, server }) => {
    await load.open(seats)
    const typing = load.work({
      mode: 'paced',
      rate: RATE,
      warmUp: 0,
      seconds: KILLED_AFTER + 2,
      deleting: false,
    })
    await new Promise((resolve) => setTimeout(resolve, KILLED_AFTER * 1_000))
    await server.kill()
    await typing
    const writers = await load.marks()
    const stored = await system.stored(place)
    const count = (/** @type {(key: string, mark: number) => boolean} */ counts) =>
      writers.reduce((sum, { key, marks }) => sum + marks.filter((mark) => counts(key, mark)).length, 0)
    return {
      acknowledged: count(() => true),
      lost: count((key, mark) => mark > (stored.get(key) ?? 0)),
    }
  })
}
