import { statSync } from 'node:fs'
import { checkChain } from './checks/chain.mjs'
import { gather } from './checks/evidence.mjs'
import { checkHouse, lastLines } from './checks/house.mjs'
import { violation } from './checks/invariants.mjs'
import { checkParts, checkPlans } from './checks/plans.mjs'
import { checkStored } from './checks/stored.mjs'
import { openHouse } from './house/house.mjs'
import { callWitnesses, countEdits, liveOn, takeSeats } from './people/life.mjs'
import { randomFrom } from './random.mjs'
import { becomeQuiet } from './storm/quiet.mjs'
import { heal, planStorm, rage } from './storm/storm.mjs'

/** @import { Verify } from './checks/verifier.mjs' */
/** @import { Violation } from './checks/invariants.mjs' */
/** @import { Ground } from './house/ground.mjs' */
/** @import { House } from './house/house.mjs' */
/** @import { Measured } from './inside/preload.mjs' */
/** @import { ComeBack } from './people/wire.mjs' */
/** @import { Random } from './random.mjs' */
/** @import { Struck } from './storm/storm.mjs' */

/**
 * @typedef {object} Outcome
 * @property {string} seed
 * @property {number} edits what people did
 * @property {number} operations what was sent of it; typing gathers while an operation is on its way
 * @property {number} acknowledged
 * @property {Struck} struck
 * @property {number} quietAfter ms from the healing until everybody had everything
 * @property {readonly Violation[]} violations
 *
 * @typedef {object} Play what happens between the opening of a house and its checking
 * @property {string} name a database can be called so
 * @property {string} seed
 * @property {number} processes
 * @property {string | null} [planted]
 * @property {number} [doubles]
 * @property {boolean} [withRedis]
 * @property {Verify} [verify]
 * @property {number} [patience] ms until everybody has everything
 * @property {ComeBack} [comeBack]
 * @property {(house: House) => Promise<void>} [prepare] before anybody comes
 * @property {(house: House, random: Random) => Promise<Struck>} act
 */

/**
 * One seed: a storm over people who write, the healing, and then everything that must hold.
 *
 * @param {Ground} ground
 * @param {{ name: string, seed: string, seconds: number, processes: number, withRedis?: boolean }} wanted
 * @returns {Promise<Outcome>}
 */
export function runSeed(ground, { name, seed, seconds, processes, withRedis = false }) {
  const act = async (/** @type {House} */ house, /** @type {Random} */ random) => {
    const planned = planStorm(random.stream('storm'), seconds, house.hasRedis)
    const living = liveOn(house, random.stream('people'), seconds * 1_000)
    const struck = await rage(house, planned, random.stream('strikes'))
    await living
    return struck
  }
  return play(ground, { name, seed, processes, withRedis, act })
}

/**
 * @param {Ground} ground
 * @param {Play} wanted
 * @returns {Promise<Outcome>}
 */
export async function play(ground, wanted) {
  const { name, seed, processes, planted = null, doubles, comeBack, withRedis = false, prepare, act } = wanted
  const random = randomFrom(seed)
  const postgresLogFrom = statSync(ground.cluster.log).size
  const house = await openHouse(ground, {
    name,
    processes,
    planted,
    withRedis,
    ...(doubles === undefined ? {} : { doubles }),
    ...(comeBack === undefined ? {} : { comeBack }),
  })
  try {
    if (prepare) await prepare(house)
    if (!(await house.isUp())) throw new Error(`the house did not start: ${lastLines(house).join(' · ')}`)
    const base = await Promise.all(house.processes.map((process) => process.life().measure()))
    await takeSeats(house, random.stream('seats'))
    const struck = await act(house, random)
    return await judge(house, { ...wanted, struck, base, postgresLogFrom })
  } finally {
    await house.close()
  }
}

/**
 * @param {House} house
 * @param {Play & { struck: Struck, base: readonly (Measured | null)[], postgresLogFrom: number }} played
 * @returns {Promise<Outcome>}
 */
async function judge(house, { seed, struck, base, postgresLogFrom, verify, patience }) {
  const healed = Date.now()
  const isUp = await heal(house)
  const restless = [...(await becomeQuiet(house, patience))]
  const quietAfter = Date.now() - healed
  const writers = house.seats.slice()
  await callWitnesses(house)
  // A process that heard nothing yet of another's last entries shows them within a round.
  restless.push(...(restless.length === 0 ? await becomeQuiet(house, patience) : []))
  const journals = await Promise.all(house.seats.map(async (seat) => ({ seat, notes: await seat.journal() })))
  /** @type {Violation[]} */
  const violations = isUp ? [...restless] : [violation('I12', 'the house did not stand again'), ...restless]
  for (const of of house.ground.clinic.cases) {
    const own = journals.filter(({ seat }) => seat.case === of)
    const evidence = await gather(
      house,
      of,
      own.map(({ notes }) => notes),
    )
    const holders = own.map(({ seat }) => ({ who: `tab ${house.seats.indexOf(seat)}`, tab: seat.tab }))
    violations.push(
      ...checkStored(evidence),
      ...checkChain(evidence, verify),
      ...checkPlans(evidence, holders),
      ...checkParts(evidence),
    )
  }
  await house.leave()
  violations.push(...(await checkHouse(house, { base, postgresLogFrom })))
  const notes = journals.map(({ notes: own }) => own)
  return { seed, ...countEdits(writers, notes), struck, quietAfter, violations }
}
