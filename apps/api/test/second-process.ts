import { start } from '../src/start.js'
import { createLogger } from '../src/http/logging.js'
import { freePort } from '../src/live-plan/replay/free-port.js'
import type { TestApi } from './api.js'
import { asker } from './ask.js'

/** Another API on the same database, as a second process would be: it shares no memory with the first. */
export async function startSecond(api: TestApi): Promise<TestApi> {
  const ports = { console: await freePort(), portal: await freePort() }
  const origins = {
    console: [`http://localhost:${ports.console}`],
    portal: [`http://localhost:${ports.portal}`],
  }
  const config = { ...api.config, ports, origins, watch: null }
  const logger = createLogger({ write: (line) => void api.lines.push(line) })
  const running = await start(config, { logger, clock: api.clock, say: () => undefined })
  return { ...api, app: running.app, ready: running.ready, config, ask: asker(config), stop: running.stop }
}
