import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { PlainFailure } from '../failure.mjs'
import { messages } from '../messages.mjs'
import { ensurePassword } from './password.mjs'
import { freeBytes, isDiskFull, runProgram } from './programs.mjs'

/** @import { Binaries } from './binaries.mjs' */
/** @import { Identity } from './identity.mjs' */

/** The builtin provider sorts and folds the same on every system and doesn't change with its libraries. */
const CLUSTER = [
  '--username=postgres',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--data-checksums',
  '--auth=scram-sha-256',
  '--set=timezone=UTC',
  '--set=log_timezone=UTC',
]

/** Bytes that a new cluster takes, with room for its first log segments. */
const NEEDED = 64 * 1024 * 1024

/** @param {string} directory */
export const clusterExists = (directory) => existsSync(path.join(directory, 'PG_VERSION'))

/**
 * PostgreSQL reads no cluster of another major version, and would only be tried again and again.
 *
 * @param {string} directory
 * @param {Binaries} binaries
 */
export function requireVersion(directory, { major }) {
  const found = readFileSync(path.join(directory, 'PG_VERSION'), 'utf8').trim()
  if (found !== major) throw new PlainFailure(messages.clusterVersion(directory, found, major))
}

/**
 * Makes the cluster beside its place and moves it there when it is whole, so that a start that was killed
 * meanwhile leaves no half a database behind. [HO11]
 *
 * @param {{ directory: string, secretsDir: string, log: string, binaries: Binaries, identity: Identity }} wanted
 */
export async function createCluster({ directory, secretsDir, log, binaries, identity }) {
  // Asked beforehand: initdb cleans up after itself, and an abort in the middle of a write says nothing of the disk.
  if (freeBytes(path.dirname(directory)) < NEEDED) throw new PlainFailure(messages.diskFull(directory))
  const fresh = `${directory}.new`
  const passwordFile = `${directory}.password`
  rmSync(fresh, { recursive: true, force: true })
  rmSync(passwordFile, { force: true })
  mkdirSync(fresh, { mode: 0o700 })
  writeFileSync(passwordFile, ensurePassword(secretsDir), { mode: 0o600 })
  if (identity.kind === 'user') {
    for (const given of [fresh, passwordFile]) chownSync(given, identity.uid, identity.gid)
  }
  try {
    const args = [`--pgdata=${fresh}`, `--pwfile=${passwordFile}`, ...CLUSTER]
    const made = await runProgram(identity, binaries.initdb, args, { log })
    if (made.code !== 0) fail(made.output, directory, log)
    const alone = ['--single', '-D', fresh, 'postgres']
    const named = await runProgram(identity, binaries.postgres, alone, {
      log,
      input: 'CREATE DATABASE accord\n',
    })
    if (named.code !== 0) fail(named.output, directory, log)
    chmodSync(fresh, 0o700)
    renameSync(fresh, directory)
  } catch (thrown) {
    rmSync(fresh, { recursive: true, force: true })
    throw thrown
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

/**
 * @param {string} output
 * @param {string} directory
 * @param {string} log
 * @returns {never}
 */
function fail(output, directory, log) {
  throw new PlainFailure(
    isDiskFull(output, path.dirname(directory)) ? messages.diskFull(directory) : messages.initdbFailed(log),
  )
}
