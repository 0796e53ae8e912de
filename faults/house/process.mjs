import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../../scripts/house/ports.mjs'
import { startApi } from './api-process.mjs'
import { openProxy } from './proxy.mjs'

/** @import { ApiLife, ApiPlace } from './api-process.mjs' */
/** @import { Proxy } from './proxy.mjs' */

/** What may go wrong on its own, in ms: a process that cannot start yet is started again after this. */
const STARTS_AGAIN_AFTER = 150
const DRAINS_WITHIN = 20_000

/**
 * One API process behind its links, started again whenever it ends, as a supervisor would.
 *
 * @typedef {object} HouseProcess
 * @property {{ console: string, portal: string }} origins as clients reach it
 * @property {{ console: number, portal: number }} ports behind its links
 * @property {readonly Proxy[]} clientLinks
 * @property {Proxy} storageLink
 * @property {() => ApiLife} life the present one
 * @property {() => boolean} isReady
 * @property {(patience: number) => Promise<boolean>} becomesReady
 * @property {(signal: NodeJS.Signals) => void} signal
 * @property {() => readonly string[]} troubles how its lives ended that nobody ended
 * @property {() => Promise<void>} stop drains and ends it for good
 */

/**
 * @param {{ name: string, dataDir: string, log: string, planted: string | null, limits: Readonly<Record<string, number>>,
 *   redisUrl: string | null, database: { url: string, port: () => number } }} wanted
 * @returns {Promise<HouseProcess>}
 */
export async function keepProcess({ dataDir, log, planted, limits, redisUrl, database }) {
  const ports = { console: await freePort(), portal: await freePort() }
  const [consoleLink, portalLink, storageLink] = [
    await openProxy(await freePort(), () => ports.console),
    await openProxy(await freePort(), () => ports.portal),
    await openProxy(await freePort(), database.port),
  ]
  const url = new URL(database.url)
  url.port = String(storageLink.port)
  const origins = {
    console: `http://127.0.0.1:${consoleLink.port}`,
    portal: `http://127.0.0.1:${portalLink.port}`,
  }
  const supervised = supervise({
    databaseUrl: url.href,
    dataDir,
    log,
    ports,
    origins,
    planted,
    limits,
    redisUrl,
  })
  const links = [consoleLink, portalLink, storageLink]
  return {
    ...supervised,
    origins,
    ports,
    clientLinks: [consoleLink, portalLink],
    storageLink,
    stop: async () => {
      for (const link of links) link.become({})
      await supervised.stop()
      for (const link of links) await link.close()
    },
  }
}

/** @param {ApiPlace} place */
function supervise(place) {
  /** @type {string[]} */
  const troubles = []
  const now = { isWanted: true, isReady: false, wasAsked: false, life: startApi(place) }
  const watch = (/** @type {ApiLife} */ watched) => {
    void watched.ready.then((ready) => (now.isReady = ready && watched === now.life))
    void watched.ended.then(async (code) => {
      now.isReady = false
      const wasReady = await watched.ready
      troubles.push(...troublesOf(watched, wasReady ? code : null, now.wasAsked))
      now.wasAsked = false
      if (!wasReady) await sleep(STARTS_AGAIN_AFTER)
      if (now.isWanted) watch((now.life = startApi(place)))
    })
  }
  watch(now.life)
  const isReady = () => now.isReady && now.life.lives()
  return {
    life: () => now.life,
    isReady,
    becomesReady: async (/** @type {number} */ patience) => {
      const end = Date.now() + patience
      while (!isReady() && Date.now() < end) await sleep(10)
      return isReady()
    },
    signal: (/** @type {NodeJS.Signals} */ signal) => {
      if (signal === 'SIGTERM') now.wasAsked = true
      now.life.signal(signal)
    },
    troubles: () => troubles,
    stop: async () => {
      now.isWanted = false
      now.wasAsked = true
      now.life.signal('SIGCONT')
      now.life.signal(now.isReady ? 'SIGTERM' : 'SIGKILL')
      await endedWithin(now.life, DRAINS_WITHIN)
    },
  }
}

/**
 * @param {ApiLife} life
 * @param {number | null} code of one that was ready; without a database it could not be, and that is no fault of its own
 * @param {boolean} wasAsked to stop
 */
function troublesOf({ uncaught }, code, wasAsked) {
  const ending = wasAsked ? 'drained and ended' : 'ended by itself'
  const isBad = code !== null && !(wasAsked && code === 0)
  return [
    ...uncaught.map(({ name, at }) => `uncaught ${name} ${at}`),
    ...(isBad ? [`${ending} with ${code}`] : []),
  ]
}

/**
 * @param {ApiLife} life
 * @param {number} patience
 */
async function endedWithin(life, patience) {
  const killer = setTimeout(() => life.signal('SIGKILL'), patience)
  await life.ended
  clearTimeout(killer)
}
