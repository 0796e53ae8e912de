import { Clock } from './config/clock.js'
import { readConfig, type Config } from './config/config.js'
import { createLogger, type Logger } from './http/logging.js'
import { logBug } from './http/refusal.filter.js'
import { start, type Ready, type Running } from './start.js'
import { startFailureOf } from './start-failure-of.js'

/** What this process says to whoever started it, over Node's own channel. */
type Said =
  | { readonly type: 'progress'; readonly step: string }
  | ({ readonly type: 'ready' } & Ready)
  | { readonly type: 'failed'; readonly sentence: string }

/** Milliseconds, less than whoever started this process waits before killing it. (HO17) */
const DRAINS_WITHIN = 18_000

const logger = createLogger()

await main(logger)

async function main(log: Logger): Promise<void> {
  let config: Config | null = null
  try {
    config = readConfig(process.env)
    const running = await start(config, {
      logger: log,
      clock: new Clock(),
      say: (step) => void say({ type: 'progress', step }),
    })
    stopWhenAsked(running, log)
    log.info({ event: 'ready', ports: config.ports, demo: running.ready.demo !== null })
    await say({ type: 'ready', ...running.ready })
  } catch (thrown) {
    const failure = startFailureOf(thrown, config)
    if (failure.key === 'start.unexpected') logBug(log, thrown)
    if (!process.send) process.stderr.write(`${failure.message}\n`)
    await say({ type: 'failed', sentence: failure.message })
    process.exit(1)
  }
}

function say(said: Said): Promise<void> {
  return new Promise((resolve) => {
    if (!process.send || !process.connected) {
      resolve()
      return
    }
    process.send(said, undefined, undefined, () => resolve())
  })
}

/** Drains once, however often it is asked. A bug that nobody caught drains as well, and then is a failure. (S4) */
function stopWhenAsked(running: Running, log: Logger): void {
  let stopping = false
  const stop = (code: number) => {
    if (stopping) return
    stopping = true
    log.info({ event: 'draining' })
    // What was acknowledged is stored already; whoever still waits is answered by another process. (MP9)
    setTimeout(() => {
      log.error({ event: 'drain-overdue' })
      process.exit(1)
    }, DRAINS_WITHIN).unref()
    running.stop().then(
      () => process.exit(code),
      (thrown: unknown) => {
        logBug(log, thrown)
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop(0))
  process.on('disconnect', () => stop(0))
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (thrown: unknown) => {
      logBug(log, thrown)
      stop(1)
    })
  }
}
