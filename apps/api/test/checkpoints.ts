import { createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { keyName } from '@accord/domain/history/checkpoint'
import type { CheckpointStore } from '../src/proof/checkpoint-store.js'
import type { CheckpointSigner } from '../src/proof/signing-key.js'

/** Checkpoints kept for as long as a test lasts. */
export function memoryStore(): CheckpointStore {
  const lines: string[] = []
  return {
    read: (from) => ({ lines: lines.slice(from), end: lines.length, isTorn: false, isCut: false }),
    append: (line) => void lines.push(line),
  }
}

const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** A key that signs checkpoints, the same at every run. */
export function keysOfATest(number: number): CheckpointSigner {
  const der = Buffer.concat([PKCS8, Buffer.alloc(32, number)])
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-32)
  return { publicKey, name: keyName(publicKey), sign: (bytes) => sign(null, bytes, key) }
}
