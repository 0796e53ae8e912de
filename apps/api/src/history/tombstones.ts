import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { isUuid, type LogId } from '@accord/domain/ids'
import { z } from 'zod'
import { keyDirectory, syncDirectory } from './wrapping-key.js'

/** A log whose key was destroyed, with its version, and when, in ms. Older versions are gone with it. */
export interface Tombstone {
  readonly log: LogId
  readonly version: number
  readonly at: number
}

const lineSchema = z.strictObject({
  log: z.string().refine(isUuid),
  version: z.int().positive(),
  at: z.int().nonnegative(),
})

/** Beside the key store and outside the database: a line for each key that was destroyed. (BR8) */
export function tombstoneFile(dataDir: string): string {
  return path.join(keyDirectory(dataDir), 'tombstones.jsonl')
}

/** The logs that stay erased, whatever is restored. Another process may add to them at any time. */
export class Tombstones {
  private readonly file: string
  private readonly logs = new Map<LogId, number>()
  private read = 0
  private isUpToDate = false

  constructor(dataDir: string) {
    this.file = tombstoneFile(dataDir)
  }

  /** The newest version of a log's key that was destroyed; 0 where none was. */
  destroyed(log: LogId): number {
    this.catchUp()
    return this.logs.get(log) ?? 0
  }

  all(): readonly LogId[] {
    this.catchUp()
    return [...this.logs.keys()]
  }

  add(tombstone: Tombstone): void {
    if (this.destroyed(tombstone.log) >= tombstone.version) return
    mkdirSync(path.dirname(this.file), { recursive: true, mode: 0o700 })
    const handle = openSync(this.file, 'a', 0o600)
    try {
      // A line begun by a process that died is ended first, and is no tombstone.
      const begun = fstatSync(handle).size > this.read ? '\n' : ''
      writeSync(handle, `${begun}${JSON.stringify(tombstone)}\n`)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    syncDirectory(path.dirname(this.file))
    this.isUpToDate = false
  }

  /** Once in a turn of the event loop: nothing of the outside is waited for within one. */
  private catchUp(): void {
    if (this.isUpToDate) return
    this.isUpToDate = true
    setImmediate(() => (this.isUpToDate = false))
    const size = statSync(this.file, { throwIfNoEntry: false })?.size ?? 0
    if (size === this.read) return
    const { tombstones, end } = readTombstones(readFileSync(this.file, 'utf8'))
    for (const { log, version } of tombstones) {
      this.logs.set(log, Math.max(version, this.logs.get(log) ?? 0))
    }
    this.read = end
  }
}

/** The tombstones of a file's text, and how many of its bytes are whole lines. */
export function readTombstones(text: string): {
  readonly tombstones: readonly Tombstone[]
  readonly end: number
} {
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  const tombstones = whole.split('\n').flatMap((line) => tombstoneOf(line) ?? [])
  return { tombstones, end: Buffer.byteLength(whole) }
}

function tombstoneOf(line: string): Tombstone | null {
  try {
    const { log, version, at } = lineSchema.parse(JSON.parse(line))
    return { log: log as LogId, version, at }
  } catch {
    // What a full disk or a dead process left of a line names no log.
    return null
  }
}

/** Overwrites a small file before it is removed, as far as its file system does what it is told. */
export function shred(file: string): void {
  const handle = openToWrite(file)
  if (handle === null) return
  try {
    writeSync(handle, randomBytes(fstatSync(handle).size), 0, undefined, 0)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  rmSync(file, { force: true })
}

/** Null where it is gone: whoever was first has done it. */
function openToWrite(file: string): number | null {
  try {
    return openSync(file, 'r+')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
