import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { BackupFailure } from './backup-failure.js'
import { backupKeyName } from './backup-key.js'

/** docs/spec/backup.md gives every byte of the file. (BR3) */
const MAGIC = Buffer.from('accord/backup/1\n')
const KEY_NAME = 32
const SALT = 32
const HEADER = MAGIC.length + KEY_NAME + SALT
const CIPHER = 'aes-256-gcm'
const CHUNK = 64 * 1024
const TAG = 16

/** Encrypts a stream, chunk by chunk; each knows its place, and the last that it is the last. (BR3) */
export async function* sealed(plain: AsyncIterable<Buffer>, key: Uint8Array): AsyncGenerator<Buffer> {
  const header = Buffer.concat([MAGIC, backupKeyName(key), randomBytes(SALT)])
  yield header
  const fileKey = fileKeyOf(key, header)
  let index = 0
  for await (const { bytes, isLast } of chunksOf(plain, CHUNK)) {
    const cipher = createCipheriv(CIPHER, fileKey, nonceOf(index, isLast)).setAAD(header)
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
    index += 1
  }
}

/**
 * What a backup's file holds, decrypted. Nothing is given out that was not sealed for its place.
 * @throws {BackupFailure} when it is no backup, was sealed with another key, or is damaged or cut short
 */
export async function* opened(file: string, key: Uint8Array): AsyncGenerator<Buffer> {
  const header = await headerOf(file)
  if (!header.subarray(0, MAGIC.length).equals(MAGIC))
    throw new BackupFailure('restore.not-a-backup', { file })
  if (header.length < HEADER) throw new BackupFailure('restore.damaged', { file })
  if (!header.subarray(MAGIC.length, MAGIC.length + KEY_NAME).equals(backupKeyName(key))) {
    throw new BackupFailure('restore.other-key', { file })
  }
  const fileKey = fileKeyOf(key, header)
  let index = 0
  const rest = createReadStream(file, { start: HEADER }) as AsyncIterable<Buffer>
  for await (const { bytes, isLast } of chunksOf(rest, CHUNK + TAG)) {
    yield openChunk(bytes, { fileKey, header, nonce: nonceOf(index, isLast), file })
    index += 1
  }
}

interface ChunkPlace {
  readonly fileKey: Uint8Array
  readonly header: Uint8Array
  readonly nonce: Uint8Array
  readonly file: string
}

function openChunk(bytes: Buffer, { fileKey, header, nonce, file }: ChunkPlace): Buffer {
  if (bytes.length < TAG) throw new BackupFailure('restore.damaged', { file })
  try {
    const cipher = createDecipheriv(CIPHER, fileKey, nonce)
    cipher.setAAD(header).setAuthTag(bytes.subarray(-TAG))
    return Buffer.concat([cipher.update(bytes.subarray(0, -TAG)), cipher.final()])
  } catch {
    // The one thing that this cipher says of bytes that are not the ones that were sealed here.
    throw new BackupFailure('restore.damaged', { file })
  }
}

async function headerOf(file: string): Promise<Buffer> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEADER), 0, HEADER, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** Another key for every file: the header is under it, and nonces may be counted. */
function fileKeyOf(key: Uint8Array, header: Buffer): Uint8Array {
  const salt = header.subarray(-SALT)
  return new Uint8Array(hkdfSync('sha256', key, salt, 'accord/backup-file/1', 32))
}

/** Counted in 11 bytes; the twelfth says whether anything follows, so that a file that was cut is not taken for whole. */
function nonceOf(index: number, isLast: boolean): Uint8Array {
  const nonce = Buffer.alloc(12)
  nonce.writeBigUInt64BE(BigInt(index), 3)
  nonce.writeUInt8(isLast ? 1 : 0, 11)
  return nonce
}

interface Chunk {
  readonly bytes: Buffer
  readonly isLast: boolean
}

/** The same bytes in chunks of one size, the last one shorter or as long. */
async function* chunksOf(source: AsyncIterable<Buffer>, size: number): AsyncGenerator<Chunk> {
  let held: Buffer[] = []
  let length = 0
  for await (const piece of source) {
    held.push(piece)
    length += piece.length
    if (length <= size) continue
    const whole = Buffer.concat(held)
    let at = 0
    for (; whole.length - at > size; at += size) {
      yield { bytes: whole.subarray(at, at + size), isLast: false }
    }
    held = [whole.subarray(at)]
    length = whole.length - at
  }
  yield { bytes: Buffer.concat(held), isLast: true }
}
