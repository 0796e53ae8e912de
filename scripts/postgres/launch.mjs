import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { PlainFailure } from '../failure.mjs'
import { keepSmall } from '../house/log-size.mjs'
import { freePort } from '../house/ports.mjs'
import { until } from '../house/processes.mjs'
import { messages } from '../messages.mjs'
import { runAs } from './identity.mjs'
import { runningPostmaster } from './pid-file.mjs'
import { isDiskFull, logSince, programEnv } from './programs.mjs'

/** @import { Place } from './server.mjs' */

/** Milliseconds that a start or a stop may take, crash recovery included. */
export const PATIENCE = 30_000

/**
 * After a crash its last processes hold the memory for a moment, and the first tries fail. [HO10]
 *
 * @param {Place} place
 */
export async function launch(place) {
  const deadline = Date.now() + PATIENCE
  for (let attempt = 1; ; attempt += 1) {
    const before = keepSmall(place.log)
    const started = await tryOnce(place, await freePort(), deadline)
    if (started) return started
    if (isDiskFull(logSince(place.log, before), place.logsDir))
      throw new PlainFailure(messages.diskFull(place.directory))
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
    // The log is waited for with every edit: written through at once it needs one call for each page, not two. Elsewhere
    // than on Linux that would not reach the disk itself.
    ...(process.platform === 'linux' ? { wal_sync_method: 'open_datasync' } : {}),
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
