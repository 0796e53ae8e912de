import { Socket } from 'node:net'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { around, partOfApi } from './around.mjs'
import { arm, placeCrashPoints, placeMigrationPoints } from './crash-points.mjs'
import { PLANTED } from './planted.mjs'

/**
 * Loaded into an API process before its own program (`--import`). Takes orders over Node's own channel, on which the
 * API itself only speaks. (NF5)
 *
 * @typedef {{ fault: 'arm', point: string, times: number } | { fault: 'clock', by: number } | { fault: 'measure' }
 *   | { fault: 'clog', port: number, isClogged: boolean }} Order
 * @typedef {{ type: 'measured', rss: number, handles: number, lag: number }} Measured `lag`: how late its event loop was
 *   since it was measured last, the 99th of 100, in ms
 * @typedef {{ type: 'uncaught', name: string, at: string }} Uncaught
 */

/** @type {{ planted: string | null, limits: Record<string, number>, armed: { point: string, times: number } | null }} */
const wanted = JSON.parse(process.env.ACCORD_FAULTS ?? '{"planted":null,"limits":{},"armed":null}')

let clockIsOffBy = 0
const delays = monitorEventLoopDelay({ resolution: 10 })
delays.enable()
await placeCrashPoints()
if (wanted.armed !== null) {
  await placeMigrationPoints()
  arm(wanted.armed.point, wanted.armed.times)
}
await bendClock()
Object.assign((await partOfApi('live-plan/limits')).DEFAULT_LIVE_LIMITS, wanted.limits)
if (wanted.planted !== null) {
  const plant = PLANTED[wanted.planted]
  if (!plant) throw new Error(`there is no bug called ${wanted.planted}`)
  await plant()
}

process.on('uncaughtExceptionMonitor', (error) => {
  process.send?.({ type: 'uncaught', name: error.name, at: error.stack?.split('\n')[1]?.trim() ?? '' })
})

process.on('message', (/** @type {Order} */ order) => {
  switch (order.fault) {
    case 'arm':
      arm(order.point, order.times)
      break
    case 'clock':
      clockIsOffBy = order.by
      break
    case 'clog':
      clog(order.port, order.isClogged)
      break
    case 'measure': {
      const handles = process.getActiveResourcesInfo().filter((kind) => kind.includes('TCP')).length
      const lag = Math.round(delays.percentile(99) / 1_000_000)
      delays.reset()
      process.send?.({ type: 'measured', rss: process.memoryUsage.rss(), handles, lag })
    }
  }
})

/**
 * Nothing of what is said to whoever is connected to this port leaves the process, as if they read nothing and all the
 * systems below were full: how much those swallow differs from machine to machine.
 *
 * @param {number} port
 * @param {boolean} isClogged
 */
function clog(port, isClogged) {
  for (const handle of /** @type {any} */ (process)._getActiveHandles()) {
    if (!(handle instanceof Socket) || handle.localPort !== port) continue
    if (isClogged) handle.cork()
    else handle.uncork()
  }
}

/** The clock of this one process, as a machine's own may be wrong. */
async function bendClock() {
  const { Clock } = await partOfApi('config/clock')
  around(Clock, 'now', (proceed) => proceed() + clockIsOffBy)
}
