import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { isUuid, type LogId } from '@accord/domain/ids'
import { logKeyDirectory, syncDirectory, wrappingKeys, writeDurably } from './wrapping-key.js'

/** Where a log's key is that a wrapping key of this number wraps. */
export function logKeyFile(dataDir: string, number: number, log: LogId): string {
  return path.join(logKeyDirectory(dataDir, number), `${log}.json`)
}

/** A log's key wherever it is: in two places only while one wrapping key takes over from another. (KR2) */
export function logKeyFiles(dataDir: string, log: LogId): readonly string[] {
  return wrappingKeys(dataDir).map(({ number }) => logKeyFile(dataDir, number, log))
}

/** The log whose key a file of this name holds; null for a draft or anything else. */
export function logOf(name: string): LogId | null {
  const id = path.basename(name, '.json')
  return name === `${id}.json` && isUuid(id) ? (id as LogId) : null
}

/** The logs that have a key under this wrapping key. */
export function logsUnder(dataDir: string, number: number): readonly LogId[] {
  return namesIn(logKeyDirectory(dataDir, number)).flatMap((name) => logOf(name) ?? [])
}

/** None where the directory is gone. */
export function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}

/**
 * Puts a whole file in its place, durably; false when its directory is gone, because another wrapping key took over. A
 * directory that was taken away never takes a file again, so nothing is ever left under an old key. (KR3)
 * @throws EEXIST where there is such a file already
 */
export function putInPlace(file: string, bytes: Uint8Array): boolean {
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  try {
    writeDurably(draft, bytes)
    linkSync(draft, file)
    rmSync(draft, { force: true })
    syncDirectory(path.dirname(file))
    return true
  } catch (error) {
    rmSync(draft, { force: true })
    // Gone after the link means: moved on by whoever rotates, who had it on the disk first.
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}

export function exists(files: readonly string[]): boolean {
  return files.some((file) => existsSync(file))
}

export function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code
}
