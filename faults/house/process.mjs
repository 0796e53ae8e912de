import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../../scripts/house/ports.mjs'
import { startApi } from './api-process.mjs'
import { openProxy } from './proxy.mjs'

/** @import { ApiLife, ApiPlace } from './api-process.mjs' */
/** @import { Proxy } from './proxy.mjs' */

/** What may go wrong on its own, in ms: a process that cannot start yet is started again after this. */
const STARTS_AGAIN_AFTER = 150

/**
 * One API process behind its links, started again whenever it ends, as a supervisor would.
 *
 * @typedef {object} HouseProcess
 * @property {{ console: string, portal: string }} origins as clients reach it
 * @property {readonly Proxy[]} clientLinks
 * @property {Proxy} storageLink
 * @property {() => ApiLife} life the present one
 * @property {() => boolean} isReady
 * @property {(patience: number) => Promise<boolean>} becomesReady
 * @property {(signal: 'SIGKILL' | 'SIGTERM' | 'SIGSTOP' | 'SIGCONT') => void} signal
 * @property {() => readonly string[]} troubles how its lives ended that nobody ended
 * @property {() => Promise<void>} stop drains and ends it for good
 */

/**
 * @param {{ name: string, dataDir: string, log: string, planted: string | null, limits: Readonly<Record<string, number>>,
 *   database: { url: string, port: () => number } }} wanted
 * @returns {Promise<HouseProcess>}
 */
export async function keepProcess({ dataDir, log, planted, limits, database }) {
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
  const supervised = supervise({ databaseUrl: url.href, dataDir, log, ports, origins, planted, limits })
  const links = [consoleLink, portalLink, storageLink]
  return {
    ...supervised,
    origins,
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
  let isWanted = true
  let isReady = false
  let wasSignalled = false
  let life = startApi(place)
  const watch = (/** @type {ApiLife} */ watched) => {
    void watched.ready.then((ready) => (isReady = ready && watched === life))
    void watched.ended.then(async (code) => {
      isReady = false
      const began = await watched.ready
      troubles.push(...watched.uncaught.map(({ name, at }) => `uncaught ${name} ${at}`))
      // One that never was ready had no database, which is somebody else's fault.
      if (began && !wasSignalled && code !== null) troubles.push(`ended by itself with ${code}`)
      if (began && wasSignalled && code !== null && code !== 0)
        troubles.push(`drained and ended with ${code}`)
      if (!began) await sleep(STARTS_AGAIN_AFTER)
      wasSignalled = false
      if (isWanted) watch((life = startApi(place)))
    })
  }
  watch(life)
  return {
    life: () => life,
    isReady: () => isReady && life.lives(),
    becomesReady: async (/** @type {number} */ patience) => {
      const end = Date.now() + patience
      while (!(isReady && life.lives()) && Date.now() < end) await sleep(10)
      return isReady && life.lives()
    },
    signal: (/** @type {'SIGKILL' | 'SIGTERM' | 'SIGSTOP' | 'SIGCONT'} */ signal) => {
      if (signal === 'SIGTERM') wasSignalled = true
      life.signal(signal)
    },
    troubles: () => troubles,
    stop: async () => {
      isWanted = false
      life.signal('SIGCONT')
      if (isReady) wasSignalled = true
      life.signal(isReady ? 'SIGTERM' : 'SIGKILL')
      const killer = setTimeout(() => life.signal('SIGKILL'), 20_000)
      await life.ended
      clearTimeout(killer)
      await sleep(0)
    },
  }
}
