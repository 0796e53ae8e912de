import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { PlainFailure } from '../failure.mjs'
import { reach } from '../house/ports.mjs'
import { isAlive, until } from '../house/processes.mjs'
import { messages } from '../messages.mjs'
import { findBinaries } from './binaries.mjs'
import { clusterExists, createCluster, requireVersion } from './cluster.mjs'
import { chooseIdentity } from './identity.mjs'
import { launch, PATIENCE } from './launch.mjs'
import { ownerAddress } from './password.mjs'
import { runningPostmaster } from './pid-file.mjs'
import { runProgram } from './programs.mjs'

/** @import { Binaries } from './binaries.mjs' */
/** @import { Identity } from './identity.mjs' */

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
  requireVersion(place.directory, place.binaries)
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
