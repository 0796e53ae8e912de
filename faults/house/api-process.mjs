import { fork } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** @import { Measured, Order, Uncaught } from '../inside/preload.mjs' */

const ENTRY = fileURLToPath(new URL('../../apps/api/dist/main.js', import.meta.url))
const PRELOAD = new URL('../inside/preload.mjs', import.meta.url).href

/**
 * @typedef {object} ApiPlace where an API process runs; the same for all its lives
 * @property {string} databaseUrl
 * @property {string} dataDir
 * @property {string} log
 * @property {{ console: number, portal: number }} ports
 * @property {{ console: string, portal: string }} origins what browsers call it
 * @property {string | null} planted the bug that is planted in it
 * @property {Readonly<Record<string, number>>} limits
 * @property {{ point: string, times: number } | null} [armed] the point at which it ends while it starts
 * @property {string | null} redisUrl null for processes that tell each other by PostgreSQL
 *
 * @typedef {object} ApiLife one process
 * @property {number} pid
 * @property {Promise<boolean>} ready false when it ended before it was
 * @property {Promise<number | null>} ended its exit code, null after a signal
 * @property {() => boolean} lives
 * @property {(order: Order) => void} order
 * @property {(signal: NodeJS.Signals) => void} signal
 * @property {() => Promise<Measured | null>} measure
 * @property {readonly Uncaught[]} uncaught
 */

/**
 * @param {ApiPlace} place
 * @returns {ApiLife}
 */
export function startApi(place) {
  const output = openSync(place.log, 'a', 0o600)
  const child = fork(ENTRY, [], {
    env: environmentOf(place),
    execArgv: ['--import', PRELOAD],
    stdio: ['ignore', output, output, 'ipc'],
  })
  closeSync(output)
  /** @type {Uncaught[]} */
  const uncaught = []
  /** @type {Promise<number | null>} */
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const lives = () => child.exitCode === null && child.signalCode === null
  /** @type {Promise<boolean>} */
  const ready = new Promise((resolve) => {
    child.on('message', (/** @type {any} */ said) => {
      if (said.type === 'ready') resolve(true)
      if (said.type === 'uncaught') uncaught.push(said)
    })
    void ended.then(() => resolve(false))
  })
  // Sending to a process that just died says so by an error that nobody needs.
  child.on('error', () => undefined)
  const order = (/** @type {Order} */ given) => void (child.connected && child.send(given, () => undefined))
  return {
    pid: child.pid ?? 0,
    ready,
    ended,
    lives,
    order,
    signal: (signal) => void (lives() && child.kill(signal)),
    measure: () => measure(child, order, ended),
    uncaught,
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {(order: Order) => void} order
 * @param {Promise<unknown>} ended
 * @returns {Promise<Measured | null>}
 */
function measure(child, order, ended) {
  return new Promise((resolve) => {
    const hear = (/** @type {any} */ said) => {
      if (said.type !== 'measured') return
      child.off('message', hear)
      resolve(said)
    }
    child.on('message', hear)
    void ended.then(() => resolve(null))
    order({ fault: 'measure' })
  })
}

/**
 * @param {ApiPlace} place
 * @returns {NodeJS.ProcessEnv}
 */
function environmentOf({ databaseUrl, dataDir, ports, origins, planted, limits, redisUrl, armed = null }) {
  const { PATH = '', HOME = '' } = process.env
  return {
    PATH,
    HOME,
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    ACCORD_DATA_DIR: dataDir,
    ACCORD_DEMO: '0',
    ACCORD_CHECKPOINT_SECONDS: '1',
    ACCORD_FAULTS: JSON.stringify({ planted, limits, armed }),
    ...(redisUrl === null ? {} : { REDIS_URL: redisUrl }),
    PORT: String(ports.console),
    PORTAL_PORT: String(ports.portal),
    CONSOLE_ORIGIN: origins.console,
    PORTAL_ORIGIN: origins.portal,
  }
}
