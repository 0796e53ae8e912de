import { play } from '../seed.mjs'

/** @import { Bug } from './bugs.mjs' */
/** @import { Ground } from '../house/ground.mjs' */
/** @import { House } from '../house/house.mjs' */
/** @import { Outcome } from '../seed.mjs' */

/**
 * @typedef {object} Proof
 * @property {string} bug
 * @property {boolean} caught its own invariant was violated with it, and none without it
 * @property {readonly string[]} violatedWith
 * @property {readonly string[]} violatedWithout
 * @property {readonly string[]} says the first words of either
 */

/** How many violations are told. */
const SAYS = 3
const NOTHING = { apiKills: 0, postgresCrashes: 0, partitions: 0, others: 0 }

/**
 * Plants a bug, plays the scene that provokes it, and plays the same scene without it.
 *
 * @param {Ground} ground
 * @param {Bug} bug
 * @param {string} seed
 * @returns {Promise<Proof>}
 */
export async function prove(ground, bug, seed) {
  const name = `bug_${bug.name.replaceAll('-', '_')}`
  const clean = await perform(ground, bug, { name: `${name}_not`, seed, isPlanted: false })
  const planted = await perform(ground, bug, { name, seed, isPlanted: true })
  const { caught, violatedWith, violatedWithout } = judged(bug, clean, planted)
  const says = [...clean.violations, ...planted.violations]
    .slice(0, SAYS)
    .map((one) => `${one.invariant} ${one.says}`)
  return { bug: bug.name, caught, violatedWith, violatedWithout, says }
}

/**
 * It is caught by its own invariant alone, and only where the scene violates nothing without it. (NF8)
 *
 * @param {Pick<Bug, 'breaks'>} bug
 * @param {Pick<Outcome, 'violations'>} clean
 * @param {Pick<Outcome, 'violations'>} planted
 */
export function judged({ breaks }, clean, planted) {
  const [violatedWithout, violatedWith] = [invariantsOf(clean), invariantsOf(planted)]
  const caught = violatedWithout.length === 0 && breaks.some((one) => violatedWith.includes(one))
  return { caught, violatedWith, violatedWithout }
}

/** @param {Pick<Outcome, 'violations'>} outcome */
function invariantsOf({ violations }) {
  return [...new Set(violations.map(({ invariant }) => invariant))].sort()
}

/**
 * @param {Ground} ground
 * @param {Bug} bug
 * @param {{ name: string, seed: string, isPlanted: boolean }} how
 */
async function perform(ground, bug, { name, seed, isPlanted }) {
  const { cluster } = ground
  const settings = isPlanted ? (bug.server ?? []) : []
  const set = async (/** @type {(setting: string) => string} */ sentence) => {
    for (const setting of settings) await cluster.ask('postgres', `ALTER SYSTEM ${sentence(setting)}`)
    if (settings.length > 0) await cluster.ask('postgres', 'SELECT pg_reload_conf()')
  }
  await set((setting) => `SET ${setting}`)
  try {
    return await play(ground, {
      name,
      seed,
      processes: bug.processes,
      planted: isPlanted && bug.isInApi ? bug.name : null,
      doubles: bug.doubles ?? 0,
      // Whoever is lost by a bug is not waited for as long as somebody who only is slow.
      patience: isPlanted ? 10_000 : 60_000,
      ...(isPlanted && bug.verify ? { verify: bug.verify } : {}),
      prepare: async (/** @type {House} */ { plot }) => {
        for (const sql of isPlanted ? (bug.opens ?? []) : []) await cluster.ask(plot.database, sql)
      },
      act: async (house, random) => {
        await bug.scene(house, random)
        return NOTHING
      },
    })
  } finally {
    await set((setting) => `RESET ${setting.split(' ')[0] ?? ''}`)
  }
}
