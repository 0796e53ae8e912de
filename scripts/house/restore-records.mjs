import { spawn } from 'node:child_process'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { PlainFailure } from '../failure.mjs'
import { messages } from '../messages.mjs'
import { clusterExists } from '../postgres/cluster.mjs'
import { requireDatabase } from '../postgres/database-url.mjs'
import { startPostgres } from '../postgres/server.mjs'
import { readSettings, root } from '../settings.mjs'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { releaseLock, takeLock } from './lock.mjs'
import { listenForStop } from './stop-request.mjs'

/** @import { Settings } from '../settings.mjs' */

const say = (/** @type {string} */ line) => console.log(line)

/** The exit code of the API's command when nothing was restored. */
const NOTHING_RESTORED = 2

/**
 * Puts a backup into an empty database: that of DATABASE_URL, or an embedded one that is made for it. The API's own
 * command does it; this makes everything ready and takes down what it started. (BR11)
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} args
 * @returns {Promise<number>} exit code
 */
export async function restoreRecords(env, args) {
  const { from, into, key } = readArgs(args)
  const settings = readSettings(env)
  const target = into ? readSettings({ ...env, ACCORD_DATA_DIR: path.resolve(into) }) : settings
  if (into && !isEmpty(target.dataDir)) throw new PlainFailure(messages.restoreIntoUsed(target.dataDir))
  if (target.databaseUrl === null && clusterExists(target.postgresDir)) {
    throw new PlainFailure(messages.restoreClusterThere(target.postgresDir))
  }
  await ensureInstalled(say)
  await ensureBuilt(say)
  const beside = into && existsSync(settings.dataDir) ? ['--beside', settings.dataDir] : []
  const wanted = ['--from', path.resolve(from), ...(key ? ['--key', path.resolve(key)] : []), ...beside]
  // Before a database is made for it: a backup that cannot be restored leaves nothing behind.
  const checked = await runRestore(env, target, [...wanted, '--check'])
  if (checked !== 0) return 1
  const code = await restoreInto(env, target, wanted)
  // What was made for this alone would be in the way of whoever tries again.
  if (into && code === NOTHING_RESTORED) rmSync(target.dataDir, { recursive: true, force: true })
  if (code !== NOTHING_RESTORED) say(messages.restoreHowToStart(target.dataDir))
  return code === 0 ? 0 : 1
}

/** @param {string[]} args */
function readArgs(args) {
  const file = /** @type {const} */ ({ type: 'string' })
  try {
    const { values } = parseArgs({ args, options: { from: file, into: file, key: file } })
    if (values.from) return { ...values, from: values.from }
  } catch {
    // An option that there is not: told as if none were given.
  }
  throw new PlainFailure(messages.restoreUsage())
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {Settings} target
 * @param {string[]} wanted
 */
async function restoreInto(env, target, wanted) {
  const { dataDir, postgresDir, secretsDir, logsDir, databaseUrl } = target
  await takeLock(dataDir, say)
  let code = NOTHING_RESTORED
  /** @type {Awaited<ReturnType<typeof startPostgres>> | null} */
  let server = null
  try {
    if (databaseUrl !== null) await requireDatabase(databaseUrl)
    else server = await startPostgres({ directory: postgresDir, secretsDir, logsDir }, say)
    code = await runRestore({ ...env, DATABASE_URL: databaseUrl ?? server?.url ?? '' }, target, wanted)
  } finally {
    await server?.stop()
    // Nobody's: it was made for this, and is empty.
    if (server && code === NOTHING_RESTORED) rmSync(postgresDir, { recursive: true, force: true })
    releaseLock(dataDir)
  }
  return code
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {Settings} target
 * @param {string[]} args
 * @returns {Promise<number>} its exit code; that of nothing restored where it was stopped
 */
async function runRestore(env, target, args) {
  const command = path.join(root, 'apps', 'api', 'dist', 'backup', 'restore.cli.js')
  const child = spawn(process.execPath, [command, ...args], {
    env: { ...env, ACCORD_DATA_DIR: target.dataDir },
    stdio: 'inherit',
    detached: true,
  })
  const request = listenForStop(() => child.kill('SIGTERM'))
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('exit', (code) => resolve(code ?? NOTHING_RESTORED))
    })
  } finally {
    request.forget()
  }
}

/** @param {string} directory */
function isEmpty(directory) {
  return !existsSync(directory) || readdirSync(directory).length === 0
}
