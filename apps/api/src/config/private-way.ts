import { StartFailure } from './start-failure.js'

type Env = Readonly<Record<string, string | undefined>>

/**
 * Refuses to start where what is said on the way to another machine could be read or altered, or where nobody checks
 * which machine answers; unless whoever runs the house says that the network in between is private. (HD14)
 * @throws {StartFailure}
 */
export function assertPrivateWays(env: Env): void {
  if (env.ACCORD_PRIVATE_NETWORK === '1') return
  const open = WAYS.find(({ variable, isClosed }) => !addressesOf(env[variable]).every(isClosed))
  if (open) throw new StartFailure('start.open-way', { variable: open.variable, how: open.how })
}

/** A mail server elsewhere has to begin with TLS, or to change to it before anything is said. */
export function mustStartTls(smtpUrl: string): boolean {
  const url = new URL(smtpUrl)
  return url.protocol === 'smtp:' && !staysHere(url)
}

interface Way {
  readonly variable: string
  /** What would be a closed one. */
  readonly how: string
  readonly isClosed: (address: URL) => boolean
}

const isHttps = (url: URL) => staysHere(url) || url.protocol === 'https:'

const WAYS: readonly Way[] = [
  {
    variable: 'DATABASE_URL',
    how: '?sslmode=verify-full',
    // Other modes do not check the server's name, or will not in pg 9.
    isClosed: (url) =>
      staysHere(url) ||
      (url.searchParams.get('sslmode') === 'verify-full' && !url.searchParams.has('uselibpqcompat')),
  },
  {
    variable: 'REDIS_URL',
    how: 'rediss://',
    isClosed: (url) => staysHere(url) || url.protocol === 'rediss:',
  },
  {
    variable: 'ACCORD_SMTP_URL',
    how: 'smtps://',
    isClosed: (url) =>
      staysHere(url) || !['ignoreTLS', 'tls.rejectUnauthorized'].some((name) => url.searchParams.has(name)),
  },
  { variable: 'CONSOLE_ORIGIN', how: 'https://', isClosed: isHttps },
  { variable: 'PORTAL_ORIGIN', how: 'https://', isClosed: isHttps },
]

/** What cannot be read is told by whoever reads it. */
function addressesOf(value: string | undefined): readonly URL[] {
  const parts = (value ?? '').split(',').map((part) => part.trim())
  return parts.flatMap((part) => (URL.canParse(part) ? new URL(part) : []))
}

/** A socket of this machine's has no host, or is named by `host`. */
function staysHere({ hostname, searchParams }: URL): boolean {
  const host = searchParams.get('host') ?? hostname
  return host === '' || host.startsWith('/') || isThisMachine(host)
}

/** Whether a host is one that only this machine reaches. */
export function isThisMachine(host: string): boolean {
  return ['localhost', '::1', '[::1]'].includes(host) || /^127(\.\d{1,3}){3}$/.test(host)
}
