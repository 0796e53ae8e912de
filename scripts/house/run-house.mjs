import { PlainFailure, sentenceFor } from '../failure.mjs'
import { messages } from '../messages.mjs'
import { requireDatabase } from '../postgres/database-url.mjs'
import { startPostgres } from '../postgres/server.mjs'
import { readSettings } from '../settings.mjs'
import { announcement } from './announce.mjs'
import { startApi } from './api-process.mjs'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { noteApi, releaseLock, takeLock } from './lock.mjs'
import { requirePort } from './ports.mjs'
import { endQuietRuns } from './run-quietly.mjs'
import { listenForStop } from './stop-request.mjs'

/** @import { Api } from './api-process.mjs' */
/** @import { Server } from '../postgres/server.mjs' */
/** @import { Settings } from '../settings.mjs' */
/** @import { StopRequest } from './stop-request.mjs' */

/** What runs just now, in the order in which it was started. */
/** @typedef {{ server: Server | null, api: Api | null }} Running */

const say = (/** @type {string} */ line) => console.log(line)

/**
 * Starts everything, serves until somebody asks to stop or a part of it dies, and takes all of it down again.
 * [HO1]
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} exit code: 0 when it was asked to stop, 1 when something failed [HO17]
 */
export async function runHouse(env) {
  const began = Date.now()
  const settings = readSettings(env)
  // A reader of our words that goes away (`npm start | head`) must not take the house down with it.
  process.stdout.on('error', () => undefined)
  const request = listenForStop(() => {
    say(messages.stopping())
    endQuietRuns()
  })
  await takeLock(settings.dataDir, say)
  /** @type {Running} */
  const running = { server: null, api: null }
  try {
    await serve(settings, running, request, began)
    return 0
  } catch (thrown) {
    if (request.asked) return 0
    console.error(sentenceFor(thrown))
    return 1
  } finally {
    request.onceMore(() => {
      say(messages.stoppingNow())
      running.api?.kill()
    })
    await takeDown(running)
    releaseLock(settings.dataDir)
    request.forget()
    if (request.asked) say(messages.stopped())
  }
}

/**
 * @param {Settings} settings
 * @param {Running} running
 * @param {StopRequest} request
 * @param {number} began
 */
async function serve(settings, running, request, began) {
  const steps = [
    () => requirePort(settings.consolePort, 'PORT'),
    () => requirePort(settings.portalPort, 'PORTAL_PORT'),
    () => ensureInstalled(say),
    () => ensureBuilt(say),
    () => openDatabase(settings, running),
  ]
  for (const step of steps) {
    await step()
    if (request.asked) return
  }
  say(messages.startingApi())
  const api = startApi(settings, settings.databaseUrl ?? running.server?.url ?? '', say)
  running.api = api
  noteApi(settings.dataDir, { pid: api.pid, entry: settings.apiEntry })
  const ready = await Promise.race([api.ready, request.once])
  if (!ready) return
  say(announcement(ready, Math.round((Date.now() - began) / 100) / 10))
  await Promise.race([request.once, partDies(running, api)])
}

/**
 * @param {Settings} settings
 * @param {Running} running
 */
async function openDatabase(settings, running) {
  if (settings.databaseUrl !== null) {
    say(messages.checkingDatabase())
    await requireDatabase(settings.databaseUrl)
    return
  }
  const { postgresDir, secretsDir, logsDir } = settings
  running.server = await startPostgres({ directory: postgresDir, secretsDir, logsDir }, say)
}

/**
 * Never settles while both parts live.
 *
 * @param {Running} running
 * @param {Api} api
 * @returns {Promise<never>}
 */
function partDies({ server }, api) {
  return new Promise((_, reject) => {
    const end = (/** @type {string} */ sentence) => {
      clearInterval(watch)
      reject(new PlainFailure(sentence))
    }
    const watch = setInterval(() => {
      if (server && !server.runs()) end(messages.postgresGone(server.log))
    }, 1_000)
    watch.unref()
    void api.ended.then(() => end(messages.apiEnded(api.log)))
  })
}

/** @param {Running} running */
async function takeDown({ api, server }) {
  // First who writes, then where it is written. [HO17]
  await api?.stop()
  await server?.stop()
}
