import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'

const LENGTH = 32

/** Where the keys of all logs are; outside the database and its backups. (HI5) */
export function keyDirectory(dataDir: string): string {
  return path.join(dataDir, 'keys')
}

/** Where each log's own key is, wrapped. */
export function logKeyDirectory(dataDir: string): string {
  return path.join(keyDirectory(dataDir), 'logs')
}

export function wrappingKeyFile(dataDir: string): string {
  return path.join(keyDirectory(dataDir), 'wrapping.key')
}

/**
 * The key that wraps the keys of all logs: 32 random bytes in a file that only this user can read, made once. (HI5)
 * Throws when the file is there and is not a key: making another one would lose every log.
 */
export function ensureWrappingKey(dataDir: string): Buffer {
  const directory = keyDirectory(dataDir)
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const file = wrappingKeyFile(dataDir)
  const key = readWhole(file) ?? makeOnce(file, randomBytes(LENGTH))
  if (key.length !== LENGTH) throw new Error(`${file} is not a key of ${LENGTH} bytes`)
  return key
}

/** Makes a file that only this user can read, unless another process was first; answers what it holds then. */
export function makeOnce(file: string, bytes: Uint8Array): Buffer {
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  writeDurably(draft, bytes)
  try {
    // A link, and not a renaming: of two processes that start at once, the second takes the first one's key.
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
  syncDirectory(path.dirname(file))
  return readFileSync(file)
}

/** The file's bytes, or null when there is no such file. */
export function readWhole(file: string): Buffer | null {
  try {
    return readFileSync(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Writes a new file that only this user can read and waits until it is on the disk. */
export function writeDurably(file: string, bytes: Uint8Array): void {
  const handle = openSync(file, 'wx', 0o600)
  try {
    writeSync(handle, bytes)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Waits until the names in a directory are on the disk. */
export function syncDirectory(directory: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(directory, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
