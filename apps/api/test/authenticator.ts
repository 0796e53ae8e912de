import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import type { NewPasskeyBody, PasskeyAnswer, PasskeyOptions } from '@accord/domain/rest/passkey'

/** What a device would keep of one passkey. */
export interface Credential {
  readonly id: string
  readonly key: KeyObject
  readonly host: string
  counter: number
}

interface Asked {
  readonly challenge: string
  readonly rp?: { readonly id: string }
  readonly rpId?: string
}

/** A device of somebody's that makes passkeys and answers with them. Source: WebAuthn Level 3, 6.1 and 6.5. */
export function makePasskey(
  { options }: PasskeyOptions,
  origin: string,
): { readonly credential: Credential; readonly body: NewPasskeyBody } {
  const { challenge, rp } = options as Asked
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(16)
  const cose = map([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, Buffer.from(x, 'base64url')],
    [-3, Buffer.from(y, 'base64url')],
  ])
  const host = rp?.id ?? ''
  const data = Buffer.concat([
    authenticatorData(host, 0x45, 0),
    Buffer.alloc(16),
    Buffer.from([0, 16]),
    id,
    cose,
  ])
  const attestation = map([
    ['fmt', 'none'],
    ['attStmt', map([])],
    ['authData', data],
  ])
  const body = {
    id: id.toString('base64url'),
    clientDataJSON: clientData('webauthn.create', challenge, origin).toString('base64url'),
    attestationObject: attestation.toString('base64url'),
    transports: ['internal'],
  }
  return { credential: { id: body.id, key: privateKey, host, counter: 0 }, body }
}

export function answerWith(
  credential: Credential,
  { options }: PasskeyOptions,
  origin: string,
): PasskeyAnswer {
  credential.counter += 1
  const data = authenticatorData(credential.host, 0x05, credential.counter)
  const client = clientData('webauthn.get', (options as Asked).challenge, origin)
  const signed = Buffer.concat([data, createHash('sha256').update(client).digest()])
  return {
    id: credential.id,
    clientDataJSON: client.toString('base64url'),
    authenticatorData: data.toString('base64url'),
    signature: sign('sha256', signed, credential.key).toString('base64url'),
  }
}

function clientData(type: string, challenge: string, origin: string): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
}

function authenticatorData(host: string, flags: number, counter: number): Buffer {
  const tail = Buffer.alloc(5)
  tail.writeUInt8(flags)
  tail.writeUInt32BE(counter, 1)
  return Buffer.concat([createHash('sha256').update(host).digest(), tail])
}

/** As much of CBOR [RFC 8949] as an attestation needs. A map that was written already is taken as it is. */
function map(pairs: readonly (readonly [string | number, string | number | Buffer])[]): Buffer {
  return Buffer.concat([
    Buffer.from([0xa0 + pairs.length]),
    ...pairs.flatMap(([key, value]) => [item(key), key === 'attStmt' ? (value as Buffer) : item(value)]),
  ])
}

function item(value: string | number | Buffer): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  const bytes = Buffer.from(value)
  return Buffer.concat([head(typeof value === 'string' ? 3 : 2, bytes.length), bytes])
}

function head(major: number, size: number): Buffer {
  const kind = major << 5
  if (size < 24) return Buffer.from([kind | size])
  return size < 256 ? Buffer.from([kind | 24, size]) : Buffer.from([kind | 25, size >> 8, size & 255])
}
