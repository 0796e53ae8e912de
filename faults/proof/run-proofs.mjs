import { CRASH_POINTS } from '../inside/crash-points.mjs'
import { violationsOf } from '../report.mjs'
import { BUGS } from './bugs.mjs'
import { crashMigrations } from './migrations.mjs'
import { prove } from './prove.mjs'
import { sweep } from './sweep.mjs'

/** @import { Ground } from '../house/ground.mjs' */
/** @import { Proof } from './prove.mjs' */
/** @typedef {(line: string) => void} Say */

/**
 * @param {Ground} ground
 * @param {{ seed: string, bug: string | null }} wanted the name of one bug, null for all
 * @param {Say} say
 */
export async function proveAll(ground, { seed, bug: only }, say) {
  const proofs = []
  const bugs = BUGS.filter(({ name }) => only === null || name === only)
  for (const bug of bugs) {
    const proof = await prove(ground, bug, seed).catch((error) => notPlayed(bug.name, error))
    proofs.push(proof)
    const { caught, violatedWith, violatedWithout, says } = proof
    const without = violatedWithout.length === 0 ? 'nothing' : violatedWithout.join(' ')
    say(
      `${caught ? 'caught' : 'MISSED'}  ${bug.name}: with it ${violatedWith.join(' ') || 'nothing'}, without it ${without}`,
    )
    if (!caught) for (const line of says) say(`  ${line}`)
  }
  const caught = proofs.filter((proof) => proof.caught).length
  say(`caught ${caught}/${bugs.length}`)
  return { caught, of: bugs.length, proofs }
}

/**
 * @param {Ground} ground
 * @param {string} seed
 * @param {Say} say
 */
export async function sweepAll(ground, seed, say) {
  const outcome = await sweep(ground, seed)
  const { missed, violations, acknowledged } = outcome
  const points = Object.keys(CRASH_POINTS).length
  say(
    `${points - missed.length}/${points} crash points, ${acknowledged} acknowledged: ${violations.length} violations`,
  )
  for (const point of missed) say(`  nobody came by ${point}`)
  for (const line of violationsOf(outcome)) say(line)
  const migrated = await crashMigrations(ground)
  for (const { at, wasReached, isWhole } of migrated)
    say(
      `${at}: ${wasReached ? 'ended there' : 'NOBODY CAME BY'}, ${isWhole ? 'then whole' : 'then NOT WHOLE'}`,
    )
  const unreached = migrated.filter(({ wasReached }) => !wasReached).map(({ at }) => at)
  const halves = migrated.filter(({ isWhole }) => !isWhole)
  return {
    points: points + migrated.length,
    reached: points - missed.length + migrated.length - unreached.length,
    missed: [...missed, ...unreached],
    acknowledged,
    violations: violations.length + halves.length,
  }
}

/**
 * A scene that did not come about proves nothing about its bug.
 *
 * @param {string} bug
 * @param {Error} error
 * @returns {Proof}
 */
function notPlayed(bug, error) {
  return { bug, caught: false, violatedWith: [], violatedWithout: [], says: [error.message] }
}
