import { X509Certificate, createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { rootCertificates } from 'node:tls'
import type { Origins } from '../config/origins.js'
import { isThisMachine } from '../config/private-way.js'
import { StartFailure } from '../config/start-failure.js'
import type { TlsSettings } from '../config/tls-settings.js'

/** A certificate with its chain, and its key, as they lie in the files. */
export interface Certificate {
  readonly cert: string
  readonly key: string
}

/** For whom a certificate has to be good, when, and which authorities are believed. */
export interface Expected {
  readonly origins: Origins
  readonly now: number
  readonly roots?: readonly string[]
}

const BEGINS = '-----BEGIN CERTIFICATE-----'
const ENDS = '-----END CERTIFICATE-----'

/**
 * Reads the certificate that is to be served, and looks at it as a browser will. (HD15)
 * @throws {StartFailure}
 */
export function readCertificate(settings: TlsSettings, expected: Expected): Certificate {
  const { certFile, keyFile, mustBePublic } = settings
  const cert = read('ACCORD_TLS_CERT', certFile)
  const key = read('ACCORD_TLS_KEY', keyFile)
  const chain = chainOf(cert, certFile)
  assertKey(chain[0], key, keyFile)
  assertInTime(chain, expected.now, certFile)
  const hosts = Object.values(expected.origins)
    .flat()
    .map((origin) => new URL(origin).hostname)
    .filter((host) => !isThisMachine(host))
  const unnamed = hosts.find((host) => !isNamedBy(chain[0], host))
  if (unnamed !== undefined) throw new StartFailure('start.tls-other-name', { path: certFile, host: unnamed })
  if (mustBePublic && hosts.length > 0 && !leadsToRoot(chain, expected.roots ?? rootCertificates)) {
    throw new StartFailure('start.tls-not-public', { path: certFile })
  }
  return { cert, key }
}

function read(variable: string, path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new StartFailure('start.tls-no-file', { variable, path })
  }
}

type Chain = readonly [X509Certificate, ...X509Certificate[]]

function chainOf(pem: string, path: string): Chain {
  try {
    const parts = pem.split(BEGINS).slice(1)
    const [first, ...rest] = parts.map(
      (part) => new X509Certificate(`${BEGINS}${part.slice(0, part.indexOf(ENDS))}${ENDS}`),
    )
    if (first) return [first, ...rest]
  } catch {
    // Told below, as a file without any is.
  }
  throw new StartFailure('start.tls-no-certificate', { path })
}

function assertKey(certificate: X509Certificate, key: string, path: string): void {
  try {
    if (certificate.checkPrivateKey(createPrivateKey(key))) return
  } catch {
    // Told below, as another certificate's is.
  }
  throw new StartFailure('start.tls-no-key', { path })
}

function assertInTime(chain: Chain, now: number, path: string): void {
  const late = chain.find(
    ({ validFrom, validTo }) => now < Date.parse(validFrom) || now > Date.parse(validTo),
  )
  if (!late) return
  throw new StartFailure('start.tls-out-of-date', { path, from: late.validFrom, to: late.validTo })
}

function isNamedBy(certificate: X509Certificate, host: string): boolean {
  const address = host.startsWith('[') ? host.slice(1, -1) : host
  const name = isIP(address)
    ? certificate.checkIP(address)
    : certificate.checkHost(host, { subject: 'never' })
  return name !== undefined
}

/** Each is signed by the one after it, and the last by a root or is one. */
function leadsToRoot(chain: Chain, roots: readonly string[]): boolean {
  const isChain = chain.slice(1).every((issuer, at) => isSignedBy(chain[at], issuer) && issuer.ca)
  const last = chain[chain.length - 1]
  if (!isChain || !last) return false
  return roots.some((pem) => {
    const root = new X509Certificate(pem)
    return root.fingerprint256 === last.fingerprint256 || isSignedBy(last, root)
  })
}

function isSignedBy(certificate: X509Certificate | undefined, issuer: X509Certificate): boolean {
  return certificate !== undefined && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)
}
