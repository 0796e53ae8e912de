import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { concat, field, u32, utf8, uuidBytes } from '@accord/domain/history/bytes'
import type { LogId } from '@accord/domain/ids'
import { z } from 'zod'

/** The key of one log's contents, opened. */
export interface LogKey {
  readonly version: number
  readonly key: Buffer
}

const CIPHER = 'aes-256-gcm'
const wrappedSchema = z.strictObject({ version: z.int().positive(), nonce: z.base64(), wrapped: z.base64() })

/** What a file of the key store holds: a log's key that only the wrapping key opens. (HI5) */
export function wrapLogKey(log: LogId, { version, key }: LogKey, wrappingKey: Uint8Array): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv(CIPHER, wrappingKey, nonce).setAAD(wrappedFor(log, version))
  const wrapped = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()])
  const file = { version, nonce: nonce.toString('base64'), wrapped: wrapped.toString('base64') }
  return Buffer.from(JSON.stringify(file))
}

/** Null where the file is damaged, of another log, or wrapped by another key. */
export function unwrapLogKey(log: LogId, file: Buffer, wrappingKey: Uint8Array): LogKey | null {
  try {
    const { version, nonce, wrapped } = wrappedSchema.parse(JSON.parse(file.toString()))
    const bytes = Buffer.from(wrapped, 'base64')
    const cipher = createDecipheriv(CIPHER, wrappingKey, Buffer.from(nonce, 'base64'))
    cipher.setAAD(wrappedFor(log, version)).setAuthTag(bytes.subarray(-16))
    return { version, key: Buffer.concat([cipher.update(bytes.subarray(0, -16)), cipher.final()]) }
  } catch {
    return null
  }
}

/** Associated data of a wrapped key: it cannot be passed off as another log's. */
function wrappedFor(log: LogId, version: number): Uint8Array {
  return concat([utf8('accord/log-key/1'), field(uuidBytes(log)), field(u32(version))])
}
