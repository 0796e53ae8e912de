import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'

const LENGTH = 32

/** Where the keys of all logs are; outside the database and its backups. (HI5) */
export function keyDirectory(dataDir: string): string {
  return path.join(dataDir, 'keys')
}

/** A key that wraps the keys of logs. Each rotation makes one of the next number; the newest wraps what is made. (KR1) */
export interface WrappingKey {
  readonly number: number
  readonly key: Buffer
}

const FILE = /^wrapping(?:-(\d+))?\.key$/

/** Where the logs' keys are that a wrapping key of this number wraps. */
export function logKeyDirectory(dataDir: string, number = 1): string {
  return path.join(keyDirectory(dataDir), number === 1 ? 'logs' : `logs-${number}`)
}

export function wrappingKeyFile(dataDir: string, number = 1): string {
  return path.join(keyDirectory(dataDir), number === 1 ? 'wrapping.key' : `wrapping-${number}.key`)
}

/**
 * The wrapping keys as they are on the disk now, newest first: two while one takes over from another, else one. (KR2)
 * Throws when a file is there and is not a key.
 */
export function wrappingKeys(dataDir: string): readonly WrappingKey[] {
  const numbers = existsSync(keyDirectory(dataDir))
    ? readdirSync(keyDirectory(dataDir)).flatMap((name) => numberOf(name) ?? [])
    : []
  return numbers
    .sort((a, b) => b - a)
    .flatMap((number) => {
      // Gone since the directory was read: nothing needs it any more.
      const key = readWhole(wrappingKeyFile(dataDir, number))
      if (!key) return []
      if (key.length !== LENGTH) {
        throw new Error(`${wrappingKeyFile(dataDir, number)} is not a key of ${LENGTH} bytes`)
      }
      return [{ number, key }]
    })
}

/**
 * The key that wraps the keys of all logs: 32 random bytes in a file that only this user can read, made once. (HI5)
 * Throws when the file is there and is not a key, or is gone while there are keys that it wraps: another one would open
 * none of them.
 */
export function ensureWrappingKey(dataDir: string): WrappingKey {
  mkdirSync(keyDirectory(dataDir), { recursive: true, mode: 0o700 })
  if (wrappingKeys(dataDir).length === 0) makeFirst(dataDir)
  const [newest] = wrappingKeys(dataDir)
  if (!newest) throw new Error(`there is no wrapping key in ${keyDirectory(dataDir)}`)
  mkdirSync(logKeyDirectory(dataDir, newest.number), { recursive: true, mode: 0o700 })
  return newest
}

function makeFirst(dataDir: string): void {
  const directory = keyDirectory(dataDir)
  const wrapped = readdirSync(directory).filter((name) => /^logs(-\d+)?$/.test(name))
  if (wrapped.some((name) => readdirSync(path.join(directory, name)).length > 0)) {
    // Unless another process has made both since we looked.
    if (wrappingKeys(dataDir).length > 0) return
    throw new Error(`the wrapping key is missing in ${directory}`)
  }
  makeWrappingKey(dataDir, 1)
}

/** The directory first: from the moment that the key has its name, it is the newest. (KR2) */
export function makeWrappingKey(dataDir: string, number: number): void {
  mkdirSync(logKeyDirectory(dataDir, number), { recursive: true, mode: 0o700 })
  syncDirectory(keyDirectory(dataDir))
  makeOnce(wrappingKeyFile(dataDir, number), randomBytes(LENGTH))
}

function numberOf(name: string): number | null {
  const found = FILE.exec(name)
  return found ? Number(found[1] ?? '1') : null
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
