import { verifyBundle } from '../checks/verifier.mjs'
import { withLines } from '../checks/chain.mjs'
import * as scenes from './scenes.mjs'

/** @import { Invariant } from '../checks/invariants.mjs' */
/** @import { Verify } from '../checks/verifier.mjs' */
/** @import { Scene } from './scenes.mjs' */

/**
 * @typedef {object} Bug
 * @property {string} name
 * @property {readonly Invariant[]} breaks it is caught when one of these is violated, and by nothing else
 * @property {1 | 2} processes
 * @property {Scene} scene
 * @property {boolean} isInApi whether it is planted in the API, and not in what checks it
 * @property {number} [doubles]
 * @property {readonly string[]} [opens] walls of the database that would hide it: part of the bug
 * @property {readonly string[]} [server] the same for the whole server, each undone afterwards by `RESET`
 * @property {Verify} [verify]
 */

/** How many entries the lazy verifier doesn't look at. */
const TAIL = 2

/** The usual defects of live editing and of logs, each with what provokes it. (NF8) @type {readonly Bug[]} */
export const BUGS = [
  bug('ack-before-commit', ['I1'], scenes.killBeforeCommit),
  bug('broadcast-before-commit', ['I5'], scenes.killBeforeCommit),
  { ...bug('no-dedupe', ['I2'], scenes.justWrite), doubles: 1, opens: ['DROP INDEX entry_operation'] },
  { ...bug('asynchronous-commit', ['I1'], scenes.crashPostgres), server: ['wal_writer_delay = 10000'] },
  {
    ...bug('stale-head', ['I3', 'I8'], scenes.writeOverSlowStorage),
    opens: ['ALTER TABLE entry DROP CONSTRAINT entry_log_id_prev_hash_key'],
  },
  {
    ...bug('notify-only-revocation', ['I7'], scenes.endPartUnheard),
    processes: 2,
    opens: ['DROP POLICY written_by_a_party ON entry'],
  },
  bug('chain-ahead-of-commit', ['I4', 'I6'], scenes.loseStorage),
  bug('debounced-storing', ['I1'], scenes.killWhileWriting),
  bug('slow-reader-dropped', ['I4'], scenes.readTooSlowly),
  { ...bug('verifier-skips-tail', ['I3'], scenes.justWrite), isInApi: false, verify: withoutTail },
]

/**
 * @param {string} name
 * @param {readonly Invariant[]} breaks
 * @param {Scene} scene
 * @returns {Bug}
 */
function bug(name, breaks, scene) {
  return { name, breaks, processes: 1, scene, isInApi: true }
}

/** A verifier that takes the last entries on trust. @type {Verify} */
function withoutTail(files) {
  const shorter = withLines(files, (lines) => lines.slice(0, -TAIL))
  // The checkpoint is of the end, so whoever doesn't look there doesn't ask it either.
  return verifyBundle(shorter).filter(({ check }) => check !== 'inclusion')
}
