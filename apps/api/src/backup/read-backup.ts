import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'
import { BackupFailure } from './backup-failure.js'
import { logKeyIn } from './backup-files.js'
import type { BackupTable } from './backup-tables.js'
import {
  fileSchema,
  FRAME,
  framesOf,
  manifestSchema,
  tableSchema,
  type BackupManifest,
  type Frame,
} from './frames.js'
import { opened } from './sealed-file.js'

/** Takes in what a backup holds, part by part. Each part's bytes have to be read to their end. */
export interface BackupReader {
  readonly table: (table: BackupTable, rows: AsyncIterable<Buffer>) => Promise<void>
  readonly file: (name: string, bytes: AsyncIterable<Buffer>) => Promise<void>
}

/** What a whole backup was found to hold, its rows and the logs' keys apart. */
export interface CheckedBackup {
  readonly manifest: BackupManifest
  readonly files: ReadonlyMap<string, Buffer>
}

/**
 * Reads a backup from its beginning to its end.
 * @throws {BackupFailure} when it is no backup, was sealed with another key, or is damaged or cut short
 */
export async function readBackup(file: string, key: Buffer, reader: BackupReader): Promise<BackupManifest> {
  const plain = createGunzip()
  const unzipped = pipeline(Readable.from(opened(file, key)), plain)
  const read = readFrames(framesOf(plain as AsyncIterable<Buffer>), reader)
  // Whichever fails first says why: what follows from it says less.
  const [manifest] = await Promise.all([read, unzipped]).catch((error: unknown) => {
    plain.destroy()
    throw isMisread(error) ? new BackupFailure('restore.damaged', { file }) : error
  })
  return manifest
}

/** Reads all of a backup and writes nothing: what is damaged anywhere is refused before anything is begun. (BR5) */
export async function checkBackup(file: string, key: Buffer): Promise<CheckedBackup> {
  const files = new Map<string, Buffer>()
  const manifest = await readBackup(file, key, {
    table: async (_table, rows) => drained(rows),
    file: async (name, bytes) => {
      if (logKeyIn(name) === null) files.set(name, await collected(bytes))
      else await drained(bytes)
    },
  })
  return { manifest, files }
}

async function readFrames(frames: AsyncGenerator<Frame>, reader: BackupReader): Promise<BackupManifest> {
  const manifest = parsed(manifestSchema, (await next(frames, FRAME.manifest)).bytes)
  for (;;) {
    const { type, bytes } = await next(frames)
    if (type === FRAME.close) break
    if (type === FRAME.table) await reader.table(parsed(tableSchema, bytes), partOf(frames))
    else if (type === FRAME.file) await reader.file(parsed(fileSchema, bytes).file, partOf(frames))
    else throw new RangeError('a backup has a frame out of its place')
  }
  const after = await frames.next()
  if (!after.done) throw new RangeError('a backup goes on after its end')
  return manifest
}

/** The bytes up to the end of a part; what follows stays for whoever reads on. */
async function* partOf(frames: AsyncGenerator<Frame>): AsyncGenerator<Buffer> {
  for (;;) {
    const { type, bytes } = await next(frames)
    if (type === FRAME.end) return
    if (type !== FRAME.bytes) throw new RangeError('a backup has a frame out of its place')
    yield bytes
  }
}

async function next(frames: AsyncGenerator<Frame>, wanted?: number): Promise<Frame> {
  const { value: found } = (await frames.next()) as IteratorResult<Frame, undefined>
  if (!found || (wanted !== undefined && found.type !== wanted))
    throw new RangeError('a backup ends too early')
  return found
}

const parsed = <T>(schema: z.ZodType<T>, bytes: Buffer): T => schema.parse(JSON.parse(bytes.toString()))

/** Sealed by somebody with the key and written wrongly: a program's fault, and no less damaged for it. */
function isMisread(error: unknown): boolean {
  if (error instanceof RangeError || error instanceof SyntaxError || error instanceof z.ZodError) return true
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')
}

async function drained(bytes: AsyncIterable<Buffer>): Promise<void> {
  for await (const part of bytes) if (part.length === 0) continue
}

async function collected(bytes: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of bytes) parts.push(part)
  return Buffer.concat(parts)
}
