import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Audience } from '@accord/domain/access/subject'
import { Clock } from '../src/config/clock.js'
import {
  CHECKPOINTS,
  LIMITS,
  type CheckpointSettings,
  type Config,
  type Limits,
} from '../src/config/config.js'
import { ownerDataSource } from '../src/database/data-source.js'
import { DEFAULT_LIVE_LIMITS, type LiveLimits } from '../src/live-plan/limits.js'
import { freePort } from '../src/live-plan/replay/free-port.js'
import { createLogger } from '../src/http/logging.js'
import { start } from '../src/start.js'
import { asker, type Ask } from './ask.js'
import { createTestDatabase } from './live/database.js'

/** A clock that a test moves. */
export class TestClock extends Clock {
  private ahead = 0

  override now(): number {
    return Date.now() + this.ahead
  }

  advance(ms: number): void {
    this.ahead += ms
  }
}

export type TestApi = Awaited<ReturnType<typeof startTestApi>>

interface Wishes {
  readonly limits?: Partial<Limits>
  readonly demo?: boolean
  readonly origins?: Config['origins']
  readonly live?: Partial<LiveLimits>
  readonly checkpoints?: Partial<CheckpointSettings>
  /** Another PostgreSQL than the one that all tests share. */
  readonly server?: string
  readonly redisUrl?: string
  readonly isWatched?: boolean
  readonly mail?: Config['mail']
  readonly tls?: Config['tls']
}

/** The whole API on two ports and a database of its own, with pages of its own to serve. */
export async function startTestApi(wishes: Wishes = {}) {
  const database = await createTestDatabase(wishes.server)
  const config = await testConfig(database, wishes)
  const lines: string[] = []
  const logger = createLogger({ write: (line) => void lines.push(line) })
  const clock = new TestClock()
  const running = await start(config, { logger, clock, say: () => undefined })
  const owner = await ownerDataSource(database.databaseUrl).initialize()
  const ask: Ask = asker(config)
  const stop = async () => {
    await running.stop()
    await owner.destroy()
    await database.drop()
  }
  return { app: running.app, ready: running.ready, config, clock, owner, ask, lines, stop }
}

async function testConfig(
  database: { databaseUrl: string; dataDir: string },
  wishes: Wishes,
): Promise<Config> {
  const ports = { console: await freePort(), portal: await freePort() }
  const scheme = wishes.tls ? 'https' : 'http'
  const pages = (audience: Audience) => builtPages(path.join(database.dataDir, audience), audience)
  return {
    databaseUrl: database.databaseUrl,
    dataDir: database.dataDir,
    host: '127.0.0.1',
    ports,
    origins: wishes.origins ?? {
      console: [`${scheme}://localhost:${ports.console}`],
      portal: [`${scheme}://localhost:${ports.portal}`],
    },
    tls: wishes.tls ?? null,
    trustedProxies: 0,
    demo: wishes.demo ?? false,
    webRoots: { console: pages('console'), portal: pages('portal') },
    // Only tests of a second factor need to show one.
    limits: { ...LIMITS, staffNeedFactor: false, freshMs: Infinity, ...wishes.limits },
    live: { ...DEFAULT_LIVE_LIMITS, ...wishes.live },
    checkpoints: { ...CHECKPOINTS, ...wishes.checkpoints },
    redisUrl: wishes.redisUrl ?? null,
    mail: wishes.mail ?? null,
    watch: wishes.isWatched ? { host: '127.0.0.1', port: await freePort() } : null,
  }
}

/** What a build of an app leaves behind, small. */
function builtPages(folder: string, audience: Audience): string {
  mkdirSync(path.join(folder, 'assets'), { recursive: true })
  const page = `<!doctype html><meta property="csp-nonce" nonce="__CSP_NONCE__"><title>${audience}</title>`
  writeFileSync(path.join(folder, 'index.html'), page)
  writeFileSync(path.join(folder, 'assets', 'app-Bx3kq9aZ.js'), 'export {}')
  writeFileSync(path.join(folder, 'worker.js'), 'void 0')
  writeFileSync(path.join(folder, 'manifest.webmanifest'), '{}')
  return folder
}
