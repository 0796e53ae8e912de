import { setTimeout as sleep } from 'node:timers/promises'
import { violation } from '../checks/invariants.mjs'
import { changePart } from '../house/asking.mjs'

/** @import { Violation } from '../checks/invariants.mjs' */
/** @import { House, Seat } from '../house/house.mjs' */

/** In ms. What is promised is 5 s on a machine that does nothing else; this one may do much else. */
const STANDS_STILL_AFTER = 60_000
/** Whoever moves for so long and gets nowhere gets nowhere. */
const NEVER_QUIET_AFTER = 10 * 60_000

/**
 * Waits until everybody has everything and nothing is on its way. A busy machine is waited for as long as anything
 * moves on, so that its slowness is no violation; what stands still is one.
 *
 * @param {House} house
 * @param {number} [patience] in ms, with what is as it was
 * @returns {Promise<readonly Violation[]>} who never came so far
 */
export async function becomeQuiet(house, patience = STANDS_STILL_AFTER) {
  const began = Date.now()
  let [before, movedAt] = ['', began]
  for (;;) {
    await giveBackParts(house)
    const heads = await headsOf(house)
    const restless = restlessIn(house, heads)
    if (restless.length === 0) return restless
    const now = Date.now()
    const present = whereabouts(house, heads)
    if (present !== before) [before, movedAt] = [present, now]
    if (now - movedAt > patience || now - began > NEVER_QUIET_AFTER) return restless
    await sleep(40)
  }
}

/**
 * How far everybody is. Whoever comes and goes without getting further has not moved.
 *
 * @param {House} house
 * @param {ReadonlyMap<string, number>} heads
 */
function whereabouts({ seats }, heads) {
  const tabs = seats.map(({ tab }) => `${tab.state.pending.length}@${tab.state.position?.seq ?? 0}`)
  return [...heads.values(), ...tabs].join(' ')
}

/** @param {House} house */
async function giveBackParts({ ground, plot, processes, seats }) {
  const { administrator, cases } = ground.clinic
  for (const of of cases) {
    const person = of.clients[1]
    const [live] = await ground.cluster.ask(
      plot.database,
      'SELECT 1 FROM case_party WHERE case_id = $1 AND person_id = $2 AND until IS NULL',
      [of.id, person.id],
    )
    const [process] = processes
    if (!live && process) await changePart(process, { administrator, of, person }, 'begin')
  }
  for (const { tab } of seats) tab.return()
}

/**
 * @param {House} house
 * @returns {Promise<ReadonlyMap<string, number>>}
 */
async function headsOf({ ground, plot }) {
  /** @type {{ log_id: string, seq: number }[]} */
  const heads = await ground.cluster.ask(plot.database, 'SELECT log_id, seq::float8 FROM log_head ORDER BY 1')
  return new Map(heads.map(({ log_id, seq }) => [log_id, seq]))
}

/**
 * @param {House} house
 * @param {ReadonlyMap<string, number>} heads
 * @returns {readonly Violation[]}
 */
function restlessIn({ seats }, heads) {
  return seats.flatMap(({ tab }, at) => {
    const { link, pending, position } = tab.state
    const head = heads.get(tab.plan)
    if (!tab.isSettled) return [violation('I6', `tab ${at} is ${link} with ${pending.length} waiting`)]
    if (position?.seq === head) return []
    return [violation('I4', `tab ${at} stays at ${position?.seq ?? 0} of ${head ?? 0}`)]
  })
}
