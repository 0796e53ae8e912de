import { canonicalJson } from '@accord/domain/history/content'
import { foldLog } from '@accord/domain/plan/fold'
import { violation } from './invariants.mjs'

/** @import { Evidence, Line } from './evidence.mjs' */
/** @import { Violation } from './invariants.mjs' */
/** @import { Tab } from '../people/tab.mjs' */

/**
 * I4: what the log folds to is what every process and every client has.
 *
 * @param {Evidence} evidence
 * @param {readonly { who: string, tab: Tab }[]} holders whoever has this plan open
 * @returns {readonly Violation[]}
 */
export function checkPlans({ case: { plan }, lines }, holders) {
  /** @type {string} */
  let folded
  try {
    folded = canonicalJson(foldLog(/** @type {any} */ (plan), lines.map(entryOf)))
  } catch (error) {
    return [violation('I4', `the log cannot be folded: ${/** @type {Error} */ (error).message}`)]
  }
  return holders.flatMap(({ who, tab }) => {
    const { confirmed, position } = tab.state
    if (tab.isBarred || canonicalJson(confirmed) === folded) return []
    return [violation('I4', `${who} has another plan, at ${position?.seq ?? 'nothing'} of ${lines.length}`)]
  })
}

/**
 * @param {Line} line
 * @returns {any} an entry as the fold knows it
 */
function entryOf(line) {
  return {
    seq: line.seq,
    epoch: line.epoch,
    hash: line.hash,
    at: line.at_ms,
    author: line.author_id,
    relation: line.relation,
    clientId: line.client_id,
    op: line.op,
    session: line.session_id,
    payload: JSON.parse(line.payload),
    record: JSON.parse(line.record),
  }
}

/**
 * I7: in the log's own order nothing of somebody follows the end of their part.
 *
 * @param {Evidence} evidence
 * @returns {readonly Violation[]}
 */
export function checkParts({ lines }) {
  const ended = new Set()
  return lines.flatMap(({ seq, kind, author_id: author, payload }) => {
    if (kind === 'party.ended') ended.add(JSON.parse(payload).person)
    else if (kind === 'party.joined') ended.delete(JSON.parse(payload).person)
    else if (ended.has(author)) return [violation('I7', `entry ${seq} is of somebody whose part had ended`)]
    return []
  })
}
