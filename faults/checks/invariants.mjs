/** What must hold after every run, whatever was done to the house. (NF3) */
export const INVARIANTS = /** @type {const} */ ({
  I1: 'every acknowledged operation is in the history, as it was acknowledged and with its words',
  I2: 'no operation is in the history twice',
  I3: 'chain, contents and checkpoint hold by the separate verifier, and it sees a tail that was cut or altered',
  I4: 'the fold of the log, every process and every client have the same plan',
  I5: 'whatever was shown to somebody is in the history',
  I6: 'every operation that was sent was stored once or refused to its author',
  I7: 'nothing of somebody is stored after their part ended',
  I8: 'the log is dense and has no fork',
  I9: 'what one tab wrote stands in the order in which it was written',
  I10: 'memory, handles and database connections come back to where they were',
  I11: 'no log holds a word that somebody wrote',
  I12: 'no process met an uncaught exception or a bug, or ended by itself',
})

/**
 * @typedef {keyof typeof INVARIANTS} Invariant
 * @typedef {object} Violation
 * @property {Invariant} invariant
 * @property {string} says ids and numbers, for whoever looks for the reason
 */

/**
 * @param {Invariant} invariant
 * @param {string} says
 * @returns {Violation}
 */
export const violation = (invariant, says) => ({ invariant, says })

/**
 * @param {readonly Violation[]} violations
 * @returns {Partial<Record<Invariant, number>>}
 */
export function countByInvariant(violations) {
  /** @type {Partial<Record<Invariant, number>>} */
  const counts = {}
  for (const { invariant } of violations) counts[invariant] = (counts[invariant] ?? 0) + 1
  return counts
}
