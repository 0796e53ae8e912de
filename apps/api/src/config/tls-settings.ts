import path from 'node:path'
import { StartFailure } from './start-failure.js'
import { isThisMachine } from './private-way.js'

type Env = Readonly<Record<string, string | undefined>>

/** The certificate by which the two apps are served without a proxy. (HD15) */
export interface TlsSettings {
  /** PEM: the certificate, and after it those that lead to a root. Absolute. */
  readonly certFile: string
  /** PEM, without a pass phrase. Absolute. */
  readonly keyFile: string
  /** Whether it has to lead to an authority that browsers believe. */
  readonly mustBePublic: boolean
  /** How often it is looked whether the files are others, in ms. */
  readonly lookEveryMs: number
}

const MINUTE = 60_000

/** Null where TLS is a proxy's. */
export function tlsSettingsOf(env: Env, root: string): TlsSettings | null {
  const { ACCORD_TLS_CERT: cert, ACCORD_TLS_KEY: key } = env
  if (!cert && !key) return null
  if (!cert || !key) throw new StartFailure('start.tls-half')
  return {
    certFile: path.resolve(root, cert),
    keyFile: path.resolve(root, key),
    mustBePublic: env.ACCORD_PRIVATE_NETWORK !== '1',
    lookEveryMs: MINUTE,
  }
}

/**
 * Refuses to listen where other machines are let in by a way that others could read. (HD15)
 * @throws {StartFailure}
 */
export function assertClosedPorts(env: Env, host: string, tls: TlsSettings | null): void {
  if (tls || env.ACCORD_PRIVATE_NETWORK === '1' || isThisMachine(host)) return
  throw new StartFailure('start.open-port', { host })
}
