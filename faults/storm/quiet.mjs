import { setTimeout as sleep } from 'node:timers/promises'
import { violation } from '../checks/invariants.mjs'
import { changePart } from '../house/asking.mjs'

/** @import { Violation } from '../checks/invariants.mjs' */
/** @import { House, Seat } from '../house/house.mjs' */

/** In ms. What is promised is 5 s on a machine that does nothing else; this one may do much else. */
const QUIET_WITHIN = 60_000

/**
 * Waits until everybody has everything and nothing is on its way.
 *
 * @param {House} house
 * @param {number} [patience] in ms
 * @returns {Promise<readonly Violation[]>} who never came so far
 */
export async function becomeQuiet(house, patience = QUIET_WITHIN) {
  const end = Date.now() + patience
  for (;;) {
    await giveBackParts(house)
    const restless = await restlessIn(house)
    if (restless.length === 0 || Date.now() > end) return restless
    await sleep(40)
  }
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
 * @returns {Promise<readonly Violation[]>}
 */
async function restlessIn({ ground, plot, seats }) {
  /** @type {{ log_id: string, seq: number }[]} */
  const heads = await ground.cluster.ask(plot.database, 'SELECT log_id, seq::float8 FROM log_head')
  const last = new Map(heads.map(({ log_id, seq }) => [log_id, seq]))
  return seats.flatMap(({ tab }, at) => {
    const { link, pending, position } = tab.state
    const head = last.get(tab.plan)
    if (!tab.isSettled) return [violation('I6', `tab ${at} is ${link} with ${pending.length} waiting`)]
    if (position?.seq === head) return []
    return [violation('I4', `tab ${at} stays at ${position?.seq ?? 0} of ${head ?? 0}`)]
  })
}
