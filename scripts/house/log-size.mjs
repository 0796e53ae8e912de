import { renameSync, statSync } from 'node:fs'

const LIMIT = 10 * 1024 * 1024

/**
 * Moves a log aside that has grown large, so that it and the one before it are all that is kept. Called before a
 * process is started that writes to it.
 *
 * @param {string} log
 * @returns {number} the length from which on the new process writes
 */
export function keepSmall(log) {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0
  if (size <= LIMIT) return size
  renameSync(log, `${log}.1`)
  return 0
}
