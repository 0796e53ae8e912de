import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { startPostgres } from '../../scripts/postgres/server.mjs'

/** @import { Server } from '../../scripts/postgres/server.mjs' */

/**
 * A PostgreSQL of one run, with a data directory of its own, that can be made to die and comes back.
 *
 * @typedef {object} Cluster
 * @property {string} folder where everything of the run is kept
 * @property {string} log
 * @property {() => number} port where it listens now; another one after each start
 * @property {(database: string) => string} address the superuser's, past every proxy
 * @property {() => Promise<void>} start
 * @property {(signal: 'SIGQUIT' | 'SIGKILL') => Promise<void>} crash ends it at once; `SIGKILL` takes the postmaster alone
 * @property {(isFrozen: boolean) => void} freeze all its processes stand still, or go on
 * @property {() => boolean} runs
 * @property {(database: string, sql: string, values?: unknown[]) => Promise<any[]>} ask as superuser
 * @property {() => Promise<void>} remove
 */

/** @returns {Promise<Cluster>} */
export async function makeCluster() {
  const folder = mkdtempSync(path.join(tmpdir(), 'accord-nemesis-'))
  // Root hands the cluster to another user, who has to pass through.
  chmodSync(folder, 0o711)
  const place = {
    directory: path.join(folder, 'postgres'),
    secretsDir: path.join(folder, 'secrets'),
    logsDir: path.join(folder, 'logs'),
  }
  /** @type {Server} */
  let server = await startPostgres(place)
  const address = (/** @type {string} */ database) => {
    const url = new URL(server.url)
    url.pathname = `/${database}`
    return url.href
  }
  return {
    folder,
    log: server.log,
    port: () => server.port,
    address,
    start: async () => void (server = await startPostgres(place)),
    crash: (signal) => crash(server, signal),
    freeze: (isFrozen) => {
      const family = [server.pid, ...childrenOf(server.pid)]
      for (const pid of isFrozen ? family : family.reverse()) signalTo(pid, isFrozen ? 'SIGSTOP' : 'SIGCONT')
    },
    runs: () => server.runs(),
    ask: (database, sql, values = []) => ask(address(database), sql, values),
    remove: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/**
 * @param {Server} server
 * @param {'SIGQUIT' | 'SIGKILL'} signal
 */
async function crash(server, signal) {
  signalTo(server.pid, signal)
  while (server.runs()) await new Promise((resolve) => setTimeout(resolve, 10))
}

/**
 * @param {string} address
 * @param {string} sql
 * @param {unknown[]} values
 */
async function ask(address, sql, values) {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    const { rows } = await client.query(sql, values)
    return rows
  } finally {
    await client.end()
  }
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
function signalTo(pid, signal) {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error
  }
}

/**
 * The processes that a process started; none where the system doesn't tell.
 *
 * @param {number} parent
 */
function childrenOf(parent) {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && parentOf(name) === parent)
      .map(Number)
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return []
    throw error
  }
}

/** @param {string} pid */
function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    // It has ended meanwhile.
    return 0
  }
}
