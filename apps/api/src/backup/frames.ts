import { z } from 'zod'

/** What a backup says of itself before anything else. Times in ms. */
export const manifestSchema = z.strictObject({
  format: z.literal(1),
  madeAt: z.int().nonnegative(),
  /** The migrations of the database, in order. */
  migrations: z.array(z.string()),
})
export type BackupManifest = z.infer<typeof manifestSchema>

/** A table's rows follow, as COPY writes them. */
export const tableSchema = z.strictObject({ table: z.string(), columns: z.array(z.string()).min(1) })
/** A file's bytes follow. */
export const fileSchema = z.strictObject({ file: z.string() })

/** Kinds of frames, by the byte that begins them. (BR3) */
export const FRAME = { manifest: 1, file: 2, table: 3, bytes: 4, end: 5, close: 6 } as const

export interface Frame {
  readonly type: number
  readonly bytes: Buffer
}

const HEAD = 5
const LONGEST = 16 * 1024 * 1024

/** A frame: a byte for its kind, four for its length, then what it holds. */
export function frame(kind: keyof typeof FRAME, bytes: Uint8Array = new Uint8Array()): Buffer {
  const head = Buffer.alloc(HEAD)
  head.writeUInt8(FRAME[kind], 0)
  head.writeUInt32BE(bytes.length, 1)
  return Buffer.concat([head, bytes])
}

export function jsonFrame(kind: keyof typeof FRAME, value: unknown): Buffer {
  return frame(kind, Buffer.from(JSON.stringify(value)))
}

/** The frames of a stream, one by one. Throws a RangeError when it ends within one. */
export async function* framesOf(source: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let held: Buffer = Buffer.alloc(0)
  for await (const piece of source) {
    held = held.length === 0 ? piece : Buffer.concat([held, piece])
    for (let whole = wholeFrame(held); whole; whole = wholeFrame(held)) {
      yield whole
      held = held.subarray(HEAD + whole.bytes.length)
    }
  }
  if (held.length > 0) throw new RangeError('a backup ends within a frame')
}

function wholeFrame(held: Buffer): Frame | null {
  if (held.length < HEAD) return null
  const length = held.readUInt32BE(1)
  if (length > LONGEST) throw new RangeError('a frame of a backup is too long')
  if (held.length < HEAD + length) return null
  return { type: held.readUInt8(0), bytes: held.subarray(HEAD, HEAD + length) }
}
