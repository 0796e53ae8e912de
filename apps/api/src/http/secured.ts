import type { SecureContextOptions } from 'node:tls'
import type { Config } from '../config/config.js'
import type { Clock } from '../config/clock.js'
import type { Logger } from './logging.js'
import { readCertificate, type Certificate } from './certificate.js'

/** What is spoken: TLS 1.2 and 1.3, with keys that nobody can come by later, strongest first. [RFC 9325] */
const SPOKEN = {
  minVersion: 'TLSv1.2',
  ciphers: [
    'TLS_AES_256_GCM_SHA384',
    'TLS_CHACHA20_POLY1305_SHA256',
    'TLS_AES_128_GCM_SHA256',
    'ECDHE-ECDSA-AES256-GCM-SHA384',
    'ECDHE-RSA-AES256-GCM-SHA384',
    'ECDHE-ECDSA-CHACHA20-POLY1305',
    'ECDHE-RSA-CHACHA20-POLY1305',
    'ECDHE-ECDSA-AES128-GCM-SHA256',
    'ECDHE-RSA-AES128-GCM-SHA256',
  ].join(':'),
  honorCipherOrder: true,
} as const satisfies SecureContextOptions

/** Milliseconds for agreeing on a key, as for a head. (A16) */
const HANDSHAKE_WITHIN = 10_000

/** Options of a listener that speaks TLS. */
export type Secured = typeof SPOKEN & Certificate & { readonly handshakeTimeout: number }

/** Null where a proxy speaks TLS. (HD15) */
export function securedOptions(config: Config, clock: Clock): Secured | null {
  if (!config.tls) return null
  const certificate = readCertificate(config.tls, { origins: config.origins, now: clock.now() })
  return { ...SPOKEN, ...certificate, handshakeTimeout: HANDSHAKE_WITHIN }
}

interface Renewing {
  readonly clock: Clock
  readonly logger: Logger
  /** Whose next conversations begin with another certificate. */
  readonly servers: readonly { setSecureContext(options: SecureContextOptions): void }[]
}

/**
 * Looks whether the files hold another certificate, and takes it when it is as good as one has to be at a start. One
 * that is not is told once, and the one before goes on being served. (HD15)
 * @returns ends it
 */
export function renewCertificate(config: Config, { clock, logger, servers }: Renewing): () => void {
  const { tls, origins } = config
  if (!tls) return () => undefined
  let before = ''
  const isNew = (found: string) => {
    const isOther = before !== '' && found !== before
    before = found
    return isOther
  }
  const look = () => {
    try {
      const found = readCertificate(tls, { origins, now: clock.now() })
      if (!isNew(found.cert)) return
      for (const server of servers) server.setSecureContext({ ...SPOKEN, ...found })
      logger.info({ event: 'certificate-renewed' })
    } catch (thrown) {
      const why = thrown instanceof Error ? thrown.message : String(thrown)
      if (isNew(why)) logger.error({ event: 'certificate-refused', why })
    }
  }
  look()
  const timer = setInterval(look, tls.lookEveryMs)
  timer.unref()
  return () => clearInterval(timer)
}
