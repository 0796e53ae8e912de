import { fork } from 'node:child_process'
import { closeSync, existsSync, openSync } from 'node:fs'
import path from 'node:path'
import { PlainFailure } from '../failure.mjs'
import { messages } from '../messages.mjs'
import { isDiskFull, logSince } from '../postgres/programs.mjs'
import { keepSmall } from './log-size.mjs'
import { until } from './processes.mjs'

/** @import { Settings } from '../settings.mjs' */

/** Milliseconds for everything that migrates and fills an empty database. */
const BECOMES_READY_WITHIN = 180_000
/** Milliseconds that the API has to answer what it has begun. [HO17] */
const DRAINS_WITHIN = 20_000
/** What an edit leaves behind is collected a quarter as often as with Node's own 16 MB; decision 0014. */
const MEMORY = ['--max-semi-space-size=64']

/**
 * What the API says to the launcher, over Node's own channel.
 *
 * @typedef {{ name: string, email: string, role: string, app: 'console' | 'portal' }} DemoPerson
 * @typedef {{ type: 'ready', console: string, portal: string, demo: null | { password: string, people: DemoPerson[] }, setup: null | { link: string } }} Ready
 * @typedef {{ type: 'progress', step: string } | Ready | { type: 'failed', sentence: string }} ApiMessage
 */

/**
 * @typedef {object} Api
 * @property {number} pid
 * @property {string} log
 * @property {Promise<Ready>} ready
 * @property {Promise<void>} ended
 * @property {() => Promise<void>} stop
 * @property {() => void} kill
 */

/**
 * Starts the API as a process of its own, in its own group: Ctrl-C reaches the launcher alone. It ends by itself
 * when the channel to the launcher breaks. [HO15]
 *
 * @param {Settings} settings
 * @param {string} databaseUrl
 * @param {(line: string) => void} say
 * @returns {Api}
 */
export function startApi(settings, databaseUrl, say) {
  if (!existsSync(settings.apiEntry)) throw new PlainFailure(messages.nothingToServe(settings.apiEntry))
  const log = path.join(settings.logsDir, 'api.log')
  const begins = keepSmall(log)
  const output = openSync(log, 'a', 0o600)
  const child = fork(settings.apiEntry, [], {
    env: apiEnv(settings, databaseUrl),
    execArgv: ['--enable-source-maps', ...MEMORY],
    detached: true,
    stdio: ['ignore', output, output, 'ipc'],
  })
  closeSync(output)
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => child.once('exit', () => resolve()))
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null
  const stop = async () => {
    if (!hasEnded()) child.kill('SIGTERM')
    if (!(await until(hasEnded, DRAINS_WITHIN))) child.kill('SIGKILL')
    await ended
  }
  const ready = becomeReady(child, { log, begins, dataDir: settings.dataDir }, say)
  return { pid: child.pid ?? 0, log, ready, ended, stop, kill: () => void child.kill('SIGKILL') }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {{ log: string, begins: number, dataDir: string }} place
 * @param {(line: string) => void} say
 * @returns {Promise<Ready>}
 */
function becomeReady(child, { log, begins, dataDir }, say) {
  return new Promise((resolve, reject) => {
    const fail = (/** @type {string} */ sentence) => {
      clearTimeout(timer)
      reject(new PlainFailure(sentence))
    }
    const timer = setTimeout(() => {
      fail(messages.apiSilent(BECOMES_READY_WITHIN / 1_000, log))
    }, BECOMES_READY_WITHIN)
    child.on('message', (/** @type {ApiMessage} */ message) => {
      if (message.type === 'progress') say(message.step)
      if (message.type === 'failed') fail(message.sentence)
      if (message.type === 'ready') {
        clearTimeout(timer)
        resolve(message)
      }
    })
    child.once('error', (error) => fail(messages.unexpected(error.message)))
    child.once('exit', () => {
      const isFull = isDiskFull(logSince(log, begins), dataDir)
      fail(isFull ? messages.diskFull(dataDir) : messages.apiEnded(log))
    })
  })
}

/**
 * @param {Settings} settings
 * @param {string} databaseUrl
 * @returns {NodeJS.ProcessEnv}
 */
function apiEnv(settings, databaseUrl) {
  return {
    ...process.env,
    NODE_ENV: process.env.NODE_ENV || 'production',
    DATABASE_URL: databaseUrl,
    ACCORD_DATA_DIR: settings.dataDir,
    PORT: String(settings.consolePort),
    PORTAL_PORT: String(settings.portalPort),
    ACCORD_DEMO: settings.demo ? '1' : '0',
  }
}
