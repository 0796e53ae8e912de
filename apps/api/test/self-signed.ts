import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'

/** A certificate and its key, in PEM. */
export interface Issued {
  readonly cert: string
  readonly key: string
}

interface Wanted {
  readonly name: string
  /** Who vouches for it; nobody else where it is left out. */
  readonly by?: Issued & { readonly name: string }
  readonly isAuthority?: boolean
  /** As X.509 writes it, two digits for the year. */
  readonly until?: string
}

const COMMON_NAME = Buffer.from('0603550403', 'hex')
const ALTERNATIVE_NAMES = Buffer.from('0603551d11', 'hex')
const BASIC_CONSTRAINTS = Buffer.from('0603551d13', 'hex')
/** ecdsa-with-SHA256 [RFC 5758], which every client of TLS knows. */
const ECDSA = der(0x30, Buffer.from('06082a8648ce3d040302', 'hex'))
let made = 0

/** A certificate that nobody vouches for, good for this century. */
export function selfSigned(name: string): Issued {
  return issued({ name })
}

/** Made for one name, as X.509 v3 [RFC 5280] on P-256. */
export function issued({ name, by, isAuthority = false, until = '491231235959Z' }: Wanted): Issued {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const alternative = der(0x30, der(0x82, Buffer.from(name)))
  const extensions = [
    der(0x30, ALTERNATIVE_NAMES, der(0x04, alternative)),
    ...(isAuthority
      ? [der(0x30, BASIC_CONSTRAINTS, der(0x04, der(0x30, der(0x01, Buffer.from([0xff])))))]
      : []),
  ]
  const body = der(
    0x30,
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([++made])),
    ECDSA,
    called(by?.name ?? name),
    der(0x30, der(0x17, Buffer.from('200101000000Z')), der(0x17, Buffer.from(until))),
    called(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(0x30, ...extensions)),
  )
  const signature = sign('sha256', body, by?.key ?? privateKey)
  return {
    cert: pem(der(0x30, body, ECDSA, der(0x03, Buffer.from([0]), signature))),
    key: exported(privateKey),
  }
}

function called(name: string): Buffer {
  return der(0x30, der(0x31, der(0x30, COMMON_NAME, der(0x0c, Buffer.from(name)))))
}

function exported(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString()
}

function pem(certificate: Buffer): string {
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}
