import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { PlainFailure } from '../failure.mjs'
import { messages } from '../messages.mjs'
import { isAlive, isAliveAs, until } from './processes.mjs'

/**
 * @typedef {object} Holder
 * @property {number} pid
 * @property {string} command the script that holds the lock, looked for in the process's command line
 * @property {{ pid: number, entry: string } | null} api
 */

/** @param {string} dataDir */
const lockFile = (dataDir) => path.join(dataDir, 'start.lock')

/**
 * Who holds this data directory just now, if anybody alive does.
 *
 * @param {string} dataDir
 * @returns {Holder | null}
 */
function liveHolder(dataDir) {
  const holder = readHolder(dataDir)
  return holder && holder.pid !== process.pid && isAliveAs(holder.pid, holder.command) ? holder : null
}

/**
 * Takes the data directory for this process, or throws the sentence that says who has it. A lock whose process
 * is gone is taken over, and the API that it left behind is stopped. [HO6] [HO7]
 *
 * @param {string} dataDir
 * @param {(line: string) => void} say
 */
export async function takeLock(dataDir, say) {
  // 0711: PostgreSQL's own user has to pass through to its cluster, and to nothing else.
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  const holder = liveHolder(dataDir)
  if (holder) throw new PlainFailure(messages.alreadyRunning(holder.pid, dataDir))
  const left = readHolder(dataDir)?.api
  // Renamed, not removed: of two that take over at once only one finds the file, and `wx` decides between them.
  if (readHolder(dataDir)) dropStale(dataDir)
  try {
    writeHolder(dataDir, null, 'wx')
  } catch (thrown) {
    if (/** @type {NodeJS.ErrnoException} */ (thrown).code !== 'EEXIST') throw thrown
    throw new PlainFailure(messages.alreadyRunning(readHolder(dataDir)?.pid ?? 0, dataDir))
  }
  if (left) await stopLeftApi(left, say)
}

/**
 * Notes the API's process, so that a later start can stop it when this one is killed.
 *
 * @param {string} dataDir
 * @param {{ pid: number, entry: string }} api
 */
export function noteApi(dataDir, api) {
  writeHolder(dataDir, api, 'w')
}

/** @param {string} dataDir */
export function releaseLock(dataDir) {
  if (readHolder(dataDir)?.pid === process.pid) rmSync(lockFile(dataDir), { force: true })
}

/**
 * @param {{ pid: number, entry: string }} api
 * @param {(line: string) => void} say
 */
async function stopLeftApi(api, say) {
  if (!isAliveAs(api.pid, api.entry)) return
  say(messages.stoppingLeftApi(api.pid))
  process.kill(api.pid, 'SIGTERM')
  if (await until(() => !isAlive(api.pid), 20_000)) return
  process.kill(api.pid, 'SIGKILL')
  await until(() => !isAlive(api.pid), 5_000)
}

/** @param {string} dataDir */
function dropStale(dataDir) {
  const aside = `${lockFile(dataDir)}.${process.pid}`
  try {
    renameSync(lockFile(dataDir), aside)
  } catch (thrown) {
    if (/** @type {NodeJS.ErrnoException} */ (thrown).code !== 'ENOENT') throw thrown
  }
  rmSync(aside, { force: true })
}

/**
 * @param {string} dataDir
 * @param {Holder['api']} api
 * @param {'w' | 'wx'} flag
 */
function writeHolder(dataDir, api, flag) {
  const command = path.basename(process.argv[1] ?? 'node')
  writeFileSync(lockFile(dataDir), JSON.stringify({ pid: process.pid, command, api }), { flag, mode: 0o600 })
}

/**
 * @param {string} dataDir
 * @returns {Holder | null}
 */
function readHolder(dataDir) {
  try {
    const holder = JSON.parse(readFileSync(lockFile(dataDir), 'utf8'))
    return Number.isInteger(holder.pid) && holder.pid > 0
      ? holder
      : { pid: 0x7fffffff, command: '-', api: null }
  } catch (thrown) {
    if (/** @type {NodeJS.ErrnoException} */ (thrown).code === 'ENOENT') return null
    // Cut short by a full disk or a kill: nobody holds it.
    if (thrown instanceof SyntaxError) return { pid: 0x7fffffff, command: '-', api: null }
    throw thrown
  }
}
