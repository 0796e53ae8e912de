import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Audience } from '@accord/domain/access/subject'
import { mailSettingsOf, type MailSettings } from './mail-settings.js'
import type { LiveLimits } from '../live-plan/limits.js'
import { liveLimitsOf } from './live-limits.js'
import { originsOf, type Origins } from './origins.js'
import { assertPrivateWays } from './private-way.js'
import { StartFailure } from './start-failure.js'
import { assertClosedPorts, tlsSettingsOf, type TlsSettings } from './tls-settings.js'

/** Nest's token for the configuration. */
export const CONFIG = Symbol('config')

/** Everything that the environment decides. Times in ms. */
export interface Config {
  /** The owner's address; the application signs in as a role of its own. */
  readonly databaseUrl: string
  /** Absolute; keys and the like live below it. */
  readonly dataDir: string
  readonly host: string
  readonly ports: Readonly<Record<Audience, number>>
  readonly origins: Origins
  /** The certificate that the two ports speak with; null where a proxy has one. (HD15) */
  readonly tls: TlsSettings | null
  /** How many proxies stand before this process; their word on the client's address is believed. */
  readonly trustedProxies: number
  /** Whether an empty database is filled with the demo clinic, whose people sign in with one click. (ID6) */
  readonly demo: boolean
  /** Folders of the built apps. */
  readonly webRoots: Readonly<Record<Audience, string>>
  readonly limits: Limits
  readonly live: LiveLimits
  readonly checkpoints: CheckpointSettings
  /** Carries hints between processes; null for PostgreSQL's own NOTIFY. (MP4) */
  readonly redisUrl: string | null
  /** The mail server; null where letters are kept for a person to hand over. (ID12) */
  readonly mail: MailSettings | null
  /** Where health and figures are shown to whoever looks after the house; null for nowhere. (MP11) */
  readonly watch: { readonly host: string; readonly port: number } | null
}

/** Where signed checkpoints and their key are kept, and how often one is signed. (HI15) */
export interface CheckpointSettings {
  /** Absolute; null for the data directory's own. */
  readonly file: string | null
  readonly keyFile: string | null
  /** Signed after this long, or after so many entries, where anything was written at all. */
  readonly intervalMs: number
  readonly entries: number
}

/** Bounds of the house; the live plan has its own. */
export interface Limits {
  readonly bodyBytes: number
  /** Failed sign-ins of one account, and of one address, in a window before the next one waits. (ID5) */
  readonly attemptsPerAccount: number
  readonly attemptsPerAddress: number
  readonly attemptWindowMs: number
  /** How long a sign-in may be quiet, by app, and how long it lasts in all. (ID3) */
  readonly idleMs: Readonly<Record<Audience, number>>
  readonly absoluteMs: number
  /** Whether staff of a clinic that is not the demo need a second factor. No environment turns it off. (ID24) */
  readonly staffNeedFactor: boolean
  /** How long a proof by a second factor is fresh. (ID33) */
  readonly freshMs: number
}

const MINUTE = 60_000

export const CHECKPOINTS: CheckpointSettings = {
  file: null,
  keyFile: null,
  intervalMs: MINUTE,
  entries: 1_000,
}

export const LIMITS: Limits = {
  bodyBytes: 100 * 1024,
  attemptsPerAccount: 10,
  attemptsPerAddress: 30,
  attemptWindowMs: 15 * MINUTE,
  idleMs: { console: 15 * MINUTE, portal: 30 * MINUTE },
  absoluteMs: 12 * 60 * MINUTE,
  staffNeedFactor: true,
  freshMs: 5 * MINUTE,
}

/** The checkout, seen from apps/api/src/config or apps/api/dist/config. */
const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../..')

/**
 * Reads the environment.
 * @throws {StartFailure} one sentence about the first value that is wrong
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const ports = {
    console: portOf('PORT', env.PORT, 4000),
    portal: portOf('PORTAL_PORT', env.PORTAL_PORT, 4001),
  }
  if (ports.console === ports.portal) throw new StartFailure('start.same-ports', { port: ports.console })
  const tls = tlsSettingsOf(env, ROOT)
  const config: Config = {
    databaseUrl: databaseUrlOf(env.DATABASE_URL),
    dataDir: path.resolve(ROOT, env.ACCORD_DATA_DIR || '.data'),
    host: env.HOST || '127.0.0.1',
    ports,
    origins: originsOf(env, ports, tls !== null),
    tls,
    trustedProxies: proxiesOf(env.ACCORD_TRUSTED_PROXIES),
    demo: env.ACCORD_DEMO !== '0',
    webRoots: {
      console: path.join(ROOT, 'apps/web/dist'),
      portal: path.join(ROOT, 'apps/client-portal/dist'),
    },
    limits: LIMITS,
    live: liveLimitsOf(env),
    checkpoints: checkpointsOf(env),
    redisUrl: redisUrlOf(env.REDIS_URL),
    mail: mailSettingsOf(env),
    watch: watchOf(env),
  }
  assertPrivateWays(env)
  assertClosedPorts(env, config.host, tls)
  return config
}

function checkpointsOf(env: Readonly<Record<string, string | undefined>>): CheckpointSettings {
  const { ACCORD_CHECKPOINTS: file, ACCORD_CHECKPOINT_KEY: keyFile, ACCORD_CHECKPOINT_SECONDS: given } = env
  const seconds = Number(given || CHECKPOINTS.intervalMs / 1_000)
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > 86_400) {
    throw new StartFailure('start.bad-interval', {
      variable: 'ACCORD_CHECKPOINT_SECONDS',
      value: given ?? '',
    })
  }
  return {
    ...CHECKPOINTS,
    file: file ? path.resolve(ROOT, file) : null,
    keyFile: keyFile ? path.resolve(ROOT, keyFile) : null,
    intervalMs: seconds * 1_000,
  }
}

function portOf(variable: string, value: string | undefined, otherwise: number): number {
  if (!value) return otherwise
  const port = Number(value)
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port
  throw new StartFailure('start.bad-port', { variable, value })
}

function proxiesOf(value: string | undefined): number {
  const proxies = Number(value || '0')
  if (Number.isInteger(proxies) && proxies >= 0 && proxies <= 10) return proxies
  throw new StartFailure('start.bad-number', { variable: 'ACCORD_TRUSTED_PROXIES', value: value ?? '' })
}

/** Shown on this machine alone unless another address is named, which has to be one that the public can't reach. */
function watchOf(env: Readonly<Record<string, string | undefined>>): Config['watch'] {
  const { ACCORD_WATCH_HOST: host, ACCORD_WATCH_PORT: port } = env
  return port ? { host: host || '127.0.0.1', port: portOf('ACCORD_WATCH_PORT', port, 0) } : null
}

/** Never repeated either. */
function redisUrlOf(value: string | undefined): string | null {
  if (!value) return null
  if (URL.canParse(value) && /^rediss?:$/.test(new URL(value).protocol)) return value
  throw new StartFailure('start.redis-unreadable')
}

/** The address may hold a password, so the sentence about a bad one never repeats it. */
function databaseUrlOf(value: string | undefined): string {
  if (!value) throw new StartFailure('start.database-missing')
  const readable = URL.canParse(value) && /^postgres(ql)?:$/.test(new URL(value).protocol)
  if (!readable) throw new StartFailure('start.database-unreadable')
  return value
}
