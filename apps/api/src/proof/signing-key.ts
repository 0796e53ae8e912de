import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { keyName } from '@accord/domain/history/checkpoint'
import { makeOnce, readWhole } from '../history/wrapping-key.js'
import { sha256 } from '../history/sealing.js'

/** Nest's token for the signer. */
export const SIGNER = Symbol('checkpoint-signer')

/** Signs checkpoints. The built-in one keeps its key in a file; another process or a module of hardware may as well. */
export interface CheckpointSigner {
  /** The 32 bytes of an Ed25519 key. */
  readonly publicKey: Buffer
  /** The name of that key, as checkpoints give it. */
  readonly name: string
  sign(bytes: Uint8Array): Buffer
}

/** Where the key that signs is, unless it is told to be elsewhere: not with the keys of the logs. (HI15) */
export function signingKeyFile(dataDir: string): string {
  return path.join(dataDir, 'proof', 'signing.key')
}

/** The key that signs checkpoints, in a file that only this user can read, made once. (HI15) */
export function ensureSigningKey(file: string): CheckpointSigner {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  return signerOf(createPrivateKey(readWhole(file) ?? makeOnce(file, newKey())))
}

/** The signer of a key that is there already; null when there is none. */
export function existingSigningKey(file: string): CheckpointSigner | null {
  const pem = readWhole(file)
  return pem && signerFrom(pem)
}

export function signerFrom(pem: Buffer): CheckpointSigner {
  return signerOf(createPrivateKey(pem))
}

function newKey(): Buffer {
  return Buffer.from(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }))
}

function signerOf(key: KeyObject): CheckpointSigner {
  if (key.asymmetricKeyType !== 'ed25519')
    throw new Error('the key that signs checkpoints is not an Ed25519 key')
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-32)
  return { publicKey, name: keyName(publicKey, sha256), sign: (bytes) => sign(null, bytes, key) }
}

/** What an Ed25519 key is wrapped in as SubjectPublicKeyInfo. (RFC 8410) */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex')

export function publicKeyPem(publicKey: Uint8Array): string {
  return keyObject(publicKey).export({ type: 'spki', format: 'pem' }).toString()
}

export function isSignedBy(publicKey: Uint8Array, text: string, signature: string): boolean {
  return verify(null, Buffer.from(text), keyObject(publicKey), Buffer.from(signature, 'base64'))
}

function keyObject(publicKey: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' })
}
