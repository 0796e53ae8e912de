import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { PlainFailure } from '../failure.mjs'
import { freePort, reach } from '../house/ports.mjs'
import { isAlive, until } from '../house/processes.mjs'
import { messages } from '../messages.mjs'
import { findBinaries } from './binaries.mjs'
import { clusterExists, createCluster } from './cluster.mjs'
import { chooseIdentity, runAs } from './identity.mjs'
import { ownerAddress } from './password.mjs'
import { runningPostmaster } from './pid-file.mjs'
import { logSince, programEnv, runProgram, saysDiskFull } from './programs.mjs'

/** @import { Binaries } from './binaries.mjs' */
/** @import { Identity } from './identity.mjs' */

/** Milliseconds that a start or a stop may take, crash recovery included. */
const PATIENCE = 30_000

/**
 * @typedef {object} Server
 * @property {string} url the superuser's address
 * @property {number} port
 * @property {number} pid
 * @property {boolean} adopted it ran already
 * @property {string} log
 * @property {() => boolean} runs
 * @property {() => Promise<void>} stop
 */

/**
 * @typedef {object} Place
 * @property {string} directory the cluster
 * @property {string} secretsDir
 * @property {string} logsDir
 * @property {Binaries} binaries
 * @property {Identity} identity
 * @property {string} log
 * @property {(line: string) => void} say
 */

/**
 * Starts the embedded PostgreSQL on this cluster, made first when there is none, or takes over the server that
 * an earlier start left running. [HO10]
 *
 * @param {{ directory: string, secretsDir: string, logsDir: string, binaries?: Binaries }} where
 * @param {(line: string) => void} [say]
 * @returns {Promise<Server>}
 */
export async function startPostgres(where, say = () => undefined) {
  const place = prepare(where, say)
  const left = await adoptable(place)
  if (left) {
    say(messages.adoptedPostgres(left.port))
    return asServer(place, left, true)
  }
  if (!clusterExists(place.directory)) {
    say(messages.creatingCluster())
    await createCluster(place)
  }
  say(messages.startingPostgres())
  return asServer(place, await launch(place), false)
}

/**
 * Stops the server on this cluster, whoever started it; does nothing when none runs.
 *
 * @param {{ directory: string, secretsDir: string, logsDir: string }} where
 */
export async function stopPostgres(where) {
  await stop(prepare(where, () => undefined))
}

/**
 * @param {{ directory: string, secretsDir: string, logsDir: string, binaries?: Binaries }} where
 * @param {(line: string) => void} say
 * @returns {Place}
 */
function prepare({ directory, secretsDir, logsDir, binaries = findBinaries() }, say) {
  mkdirSync(path.dirname(directory), { recursive: true, mode: 0o711 })
  mkdirSync(logsDir, { recursive: true, mode: 0o700 })
  const identity = chooseIdentity(directory, binaries.directory)
  return { directory, secretsDir, logsDir, binaries, identity, log: path.join(logsDir, 'postgres.log'), say }
}

/**
 * @param {Place} place
 * @returns {Promise<{ pid: number, port: number } | null>}
 */
async function adoptable(place) {
  const found = runningPostmaster(place.directory)
  if (!found) return null
  const isReady = async () => {
    const now = runningPostmaster(place.directory)
    return now === null || (now.status === 'ready' && (await reach('127.0.0.1', now.port, 1_000)) === null)
  }
  if ((await until(isReady, found.status === 'stopping' ? PATIENCE : 10_000, 50)) === false) {
    place.say(messages.stoppingStuckPostgres())
    await stop(place)
  }
  return runningPostmaster(place.directory)
}

/**
 * After a crash its last processes hold the memory for a moment, and the first tries fail. [HO10]
 *
 * @param {Place} place
 */
async function launch(place) {
  const deadline = Date.now() + PATIENCE
  for (let attempt = 1; ; attempt += 1) {
    const before = logLength(place.log)
    const started = await tryOnce(place, await freePort(), deadline)
    if (started) return started
    if (saysDiskFull(logSince(place.log, before))) throw new PlainFailure(messages.diskFull(place.directory))
    if (Date.now() > deadline - 1_000) throw new PlainFailure(messages.postgresNotStarted(place.log))
    if (attempt === 1) place.say(messages.retryingPostgres())
    await sleep(500)
  }
}

/**
 * @param {Place} place
 * @param {number} port
 * @param {number} deadline
 */
async function tryOnce(place, port, deadline) {
  const child = spawnServer(place, port)
  let ended = false
  child.once('exit', () => (ended = true))
  child.once('error', () => (ended = true))
  const isReady = () => ended || runningPostmaster(place.directory)?.status === 'ready'
  await until(isReady, deadline - Date.now())
  child.unref()
  const postmaster = ended ? null : runningPostmaster(place.directory)
  return postmaster?.status === 'ready' ? postmaster : null
}

/**
 * Its own process group: Ctrl-C reaches the launcher alone, which stops the API first.
 *
 * @param {Place} place
 * @param {number} port
 */
function spawnServer({ directory, binaries, identity, log }, port) {
  const options = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    // No content in logs: neither the rows that a DETAIL line quotes nor the statement that failed.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
  }
  const args = [
    '-D',
    directory,
    ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const run = runAs(identity, binaries.postgres, args)
  const output = openSync(log, 'a', 0o600)
  try {
    const stdio = /** @type {const} */ (['ignore', output, output])
    return spawn(run.command, run.args, {
      ...run.options,
      cwd: '/',
      env: programEnv(),
      detached: true,
      stdio: [...stdio],
    })
  } finally {
    closeSync(output)
  }
}

/**
 * @param {Place} place
 * @param {{ pid: number, port: number }} postmaster
 * @param {boolean} adopted
 * @returns {Server}
 */
function asServer(place, { pid, port }, adopted) {
  return {
    url: ownerAddress({ port, secretsDir: place.secretsDir }),
    port,
    pid,
    adopted,
    log: place.log,
    runs: () => isAlive(pid),
    stop: () => stop(place),
  }
}

/** @param {Place} place */
async function stop(place) {
  const postmaster = runningPostmaster(place.directory)
  if (!postmaster) return
  const args = ['stop', '-D', place.directory, '-m', 'fast', '-w', '-t', String(PATIENCE / 1_000)]
  await runProgram(place.identity, place.binaries.pgCtl, args, { log: place.log })
  // pg_ctl answers when the pid file is gone, a moment before the process is.
  if (await until(() => !isAlive(postmaster.pid), 5_000)) return
  throw new PlainFailure(messages.postgresNotStopped(place.directory))
}

/** @param {string} log */
function logLength(log) {
  return statSync(log, { throwIfNoEntry: false })?.size ?? 0
}
