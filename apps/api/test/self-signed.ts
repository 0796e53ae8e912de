import { generateKeyPairSync, sign } from 'node:crypto'

/** A certificate that nobody vouches for, and its key. */
export interface SelfSigned {
  readonly cert: string
  readonly key: string
}

const ED25519 = Buffer.from('300506032b6570', 'hex')
const COMMON_NAME = Buffer.from('0603550403', 'hex')
const ALTERNATIVE_NAMES = Buffer.from('0603551d11', 'hex')

/** Made for one name, as X.509 v3 [RFC 5280] with Ed25519 [RFC 8410]; good for this century. */
export function selfSigned(name: string): SelfSigned {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const called = der(0x30, der(0x31, der(0x30, COMMON_NAME, der(0x0c, Buffer.from(name)))))
  const alternative = der(0x30, der(0x82, Buffer.from(name)))
  const body = der(
    0x30,
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    ED25519,
    called,
    der(0x30, der(0x17, Buffer.from('200101000000Z')), der(0x17, Buffer.from('491231235959Z'))),
    called,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(0x30, der(0x30, ALTERNATIVE_NAMES, der(0x04, alternative)))),
  )
  const signature = Buffer.concat([Buffer.from([0]), sign(null, body, privateKey)])
  const cert = der(0x30, body, ED25519, der(0x03, signature))
  const lines = cert.toString('base64').match(/.{1,64}/g) ?? []
  return {
    cert: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}
