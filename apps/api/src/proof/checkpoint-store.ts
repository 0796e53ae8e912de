import { closeSync, fstatSync, fsyncSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs'
import path from 'node:path'
import { syncDirectory } from '../history/wrapping-key.js'

/** Lines after a place of a store, and where they end. */
export interface StoredLines {
  readonly lines: readonly string[]
  /** The place behind the last whole line. */
  readonly end: number
  /** Whether something stands behind it that is no whole line. */
  readonly isTorn: boolean
  /** Whether the store is shorter than the place that was asked for: it was cut since. */
  readonly isCut: boolean
}

/**
 * Where checkpoints are kept outside the database: something that lines are added to and never taken from. Built in is
 * a file; a mailbox or a store of objects can stand behind the same two methods. (HI15)
 */
export interface CheckpointStore {
  read(from: number): StoredLines
  /** Returns when the line is kept for good. Throws when it is not. */
  append(line: string): void
}

export function checkpointFile(dataDir: string): string {
  return path.join(dataDir, 'proof', 'checkpoints.jsonl')
}

const NEW_LINE = 10

/** An append-only file, which may lie on another mount. */
export class CheckpointFile implements CheckpointStore {
  constructor(private readonly file: string) {}

  read(from: number): StoredLines {
    const { bytes, size } = this.bytesFrom(from)
    const whole = bytes.lastIndexOf(NEW_LINE) + 1
    const lines = bytes.subarray(0, whole).toString('utf8').split('\n').slice(0, -1)
    return { lines, end: from + whole, isTorn: whole < bytes.length, isCut: size < from }
  }

  append(line: string): void {
    const isNew = this.make()
    const handle = openSync(this.file, 'a+', 0o600)
    try {
      // What a full disk or a dead process left of a line is ended, and skipped by whoever reads: it is no checkpoint.
      const begun = endsWithinLine(handle) ? '\n' : ''
      const bytes = Buffer.from(`${begun}${line}\n`)
      for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    if (isNew) syncDirectory(path.dirname(this.file))
  }

  private make(): boolean {
    mkdirSync(path.dirname(this.file), { recursive: true, mode: 0o700 })
    try {
      closeSync(openSync(this.file, 'ax', 0o600))
      return true
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
      throw error
    }
  }

  private bytesFrom(from: number): { readonly bytes: Buffer; readonly size: number } {
    const handle = openOrNull(this.file)
    if (handle === null) return { bytes: Buffer.alloc(0), size: 0 }
    try {
      const { size } = fstatSync(handle)
      const bytes = Buffer.alloc(Math.max(0, size - from))
      let at = 0
      for (let read = -1; read !== 0 && at < bytes.length; at += read) {
        read = readSync(handle, bytes, at, bytes.length - at, from + at)
      }
      return { bytes: bytes.subarray(0, at), size }
    } finally {
      closeSync(handle)
    }
  }
}

function openOrNull(file: string): number | null {
  try {
    return openSync(file, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

function endsWithinLine(handle: number): boolean {
  const { size } = fstatSync(handle)
  const last = Buffer.alloc(1)
  return size > 0 && readSync(handle, last, 0, 1, size - 1) === 1 && last[0] !== NEW_LINE
}
