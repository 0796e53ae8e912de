import { countByInvariant, INVARIANTS } from './checks/invariants.mjs'

/** @import { Ground } from './house/ground.mjs' */
/** @import { Outcome } from './seed.mjs' */

/**
 * @typedef {{ seed: string, why: string }} Unplayed a seed of which nothing is known: its house never stood, for instance
 *
 * All seeds of a run together.
 *
 * @typedef {object} Sum
 * @property {number} seeds
 * @property {number} edits
 * @property {number} operations
 * @property {number} acknowledged
 * @property {number} apiKills
 * @property {number} postgresCrashes
 * @property {number} partitions
 * @property {number} otherFaults
 * @property {number} slowestQuiet ms from the healing until everybody had everything, the longest of all
 * @property {Record<string, number>} violations by invariant, all twelve of them
 * @property {readonly string[]} failedSeeds
 * @property {readonly Unplayed[]} unplayed
 * @property {string} redis
 */

/**
 * @param {readonly Outcome[]} outcomes
 * @param {{ unplayed: readonly Unplayed[], redis: string }} beside
 * @returns {Sum}
 */
export function sumOf(outcomes, { unplayed, redis: how }) {
  const sum = (/** @type {(outcome: Outcome) => number} */ of) =>
    outcomes.reduce((total, outcome) => total + of(outcome), 0)
  const counts = countByInvariant(outcomes.flatMap(({ violations }) => violations))
  return {
    seeds: outcomes.length,
    edits: sum(({ edits }) => edits),
    operations: sum(({ operations }) => operations),
    acknowledged: sum(({ acknowledged }) => acknowledged),
    apiKills: sum(({ struck }) => struck.apiKills),
    postgresCrashes: sum(({ struck }) => struck.postgresCrashes),
    partitions: sum(({ struck }) => struck.partitions),
    otherFaults: sum(({ struck }) => struck.others),
    slowestQuiet: Math.max(0, ...outcomes.map(({ quietAfter }) => quietAfter)),
    violations: Object.fromEntries(
      Object.keys(INVARIANTS).map((name) => [
        name,
        counts[/** @type {keyof typeof INVARIANTS} */ (name)] ?? 0,
      ]),
    ),
    unplayed,
    failedSeeds: outcomes.filter(({ violations }) => violations.length > 0).map(({ seed }) => seed),
    redis: how,
  }
}

/**
 * Whether faults of Redis are part of it: never a silent pass.
 *
 * @param {Ground} ground
 */
export function redis({ redis: isThere }) {
  return isThere ? 'installed, and in every other house of two' : 'not installed: its faults were not tried'
}

/**
 * @param {Outcome} outcome
 * @param {string} house how it was played
 */
export function lineOf({ seed, edits, acknowledged, struck, quietAfter, violations }, house) {
  const { apiKills, postgresCrashes, partitions, others } = struck
  const verdict = violations.length === 0 ? 'holds' : `${violations.length} VIOLATIONS`
  return (
    `seed=${seed} ${house}: ${edits} edits, ${acknowledged} acknowledged, ${apiKills} API kills, ` +
    `${postgresCrashes} PostgreSQL crashes, ${partitions} partitions, ${others} others, quiet after ${quietAfter} ms: ${verdict}`
  )
}

/** @param {Outcome} outcome */
export function violationsOf({ violations }) {
  return violations.map(({ invariant, says }) => `  ${invariant} (${INVARIANTS[invariant]}): ${says}`)
}
