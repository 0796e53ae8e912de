import { readFileSync } from 'node:fs'
import path from 'node:path'
import { isAliveAs } from '../house/processes.mjs'

/**
 * What PostgreSQL writes into `postmaster.pid`. It is PostgreSQL's file: read here, never removed. [HO10]
 *
 * @typedef {object} Postmaster
 * @property {number} pid
 * @property {string} directory
 * @property {number} port
 * @property {string} status "starting", "ready", "stopping", "standby" or "" while it isn't known yet
 */

/**
 * @param {string} text the file's content, a line each: pid, data directory, start time, port, socket directory,
 *   listen address, shared memory, status
 * @returns {Postmaster | null} null for a file that is still being written
 */
export function parsePidFile(text) {
  const lines = text.split('\n').map((line) => line.trim())
  const pid = Number(lines[0])
  const port = Number(lines[3])
  if (!Number.isInteger(pid) || pid < 1 || !lines[1]) return null
  return { pid, directory: lines[1], port: Number.isInteger(port) ? port : 0, status: lines[7] ?? '' }
}

/**
 * The server that runs on this cluster, or null. The number, the directory and the program have to fit, since
 * a number is given to another program after a reboot.
 *
 * @param {string} cluster
 * @returns {Postmaster | null}
 */
export function runningPostmaster(cluster) {
  const postmaster = readPidFile(cluster)
  if (!postmaster || path.resolve(postmaster.directory) !== path.resolve(cluster)) return null
  return isAliveAs(postmaster.pid, `postgres -D ${cluster}`) ? postmaster : null
}

/** @param {string} cluster */
function readPidFile(cluster) {
  try {
    return parsePidFile(readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8'))
  } catch (thrown) {
    if (/** @type {NodeJS.ErrnoException} */ (thrown).code === 'ENOENT') return null
    throw thrown
  }
}
