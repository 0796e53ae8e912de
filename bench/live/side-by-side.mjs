import { medians } from '../arithmetic.mjs'
import { measureLoss } from './loss.mjs'
import { measureMemory } from './memory.mjs'
import { measureWork, onStage } from './run.mjs'
import { accord } from './systems/accord.mjs'
import { hocuspocus } from './systems/hocuspocus.mjs'
import { sharedb } from './systems/sharedb.mjs'

/** @import { Ran } from './run.mjs' */
/** @import { Held } from './memory.mjs' */
/** @import { Lost } from './loss.mjs' */
/** @import { System } from './systems/system.mjs' */

/** The same in every run and for every system. */
export const PLANS = 100
export const RATE = 1_330

const SYSTEMS = [accord, hocuspocus, sharedb]

/**
 * @typedef {object} Extent how long everything is done, and how often
 * @property {number} runs
 * @property {number} warmUp s
 * @property {number} seconds
 * @property {number} plansHeld plans that are opened to see what memory one takes
 *
 * @typedef {object} Measured of one system, medians of all runs
 * @property {string} label
 * @property {Ran} paced
 * @property {Ran} saturated
 * @property {Held} memory
 * @property {Lost} killed
 */

/** @type {Extent} */
export const WHOLE = { runs: 3, warmUp: 3, seconds: 8, plansHeld: 400 }
/** @type {Extent} */
export const QUICK = { runs: 1, warmUp: 2, seconds: 4, plansHeld: 150 }

/**
 * All systems at the same work, in turn, so that what else the machine does falls on all of them.
 *
 * @param {{ url: string, pid: number }} postgres
 * @param {Extent} extent
 * @param {(line: string) => void} say
 * @returns {Promise<Record<string, Measured>>}
 */
export async function sideBySide(postgres, extent, say) {
  /** @type {Record<string, { paced: Ran[], saturated: Ran[] }>} */
  const ran = Object.fromEntries(SYSTEMS.map(({ name }) => [name, { paced: [], saturated: [] }]))
  for (let run = 1; run <= extent.runs; run++) {
    for (const system of SYSTEMS) {
      for (const mode of /** @type {const} */ (['paced', 'saturated'])) {
        say(`${system.label}, ${mode}, run ${run} of ${extent.runs}`)
        ran[system.name]?.[mode].push(await runOnce(system, postgres, extent, mode))
      }
    }
  }
  /** @type {Record<string, Measured>} */
  const measured = {}
  for (const system of SYSTEMS) {
    say(`${system.label}, memory and SIGKILL`)
    const memory = await measureMemory(system, postgres.url, extent.plansHeld)
    const killed = await measureLoss(system, postgres.url)
    const { paced = [], saturated = [] } = ran[system.name] ?? {}
    const { label } = system
    measured[system.name] = { label, paced: medians(paced), saturated: medians(saturated), memory, killed }
  }
  return measured
}

/**
 * @param {System} system
 * @param {{ url: string, pid: number }} postgres
 * @param {Extent} extent
 * @param {'paced' | 'saturated'} mode
 */
function runOnce(system, postgres, { warmUp, seconds }, mode) {
  return onStage(system, postgres.url, PLANS, async (stage) => {
    await stage.load.open(stage.seats)
    return measureWork(stage, { mode, rate: RATE, warmUp, seconds, deleting: true }, postgres.pid)
  })
}
