import { createReadStream, existsSync } from 'node:fs'
import type { LogId } from '@accord/domain/ids'
import { logKeyFiles, logOf, logsUnder } from '../history/key-files.js'
import { KeyMissing, KeyStore } from '../history/key-store.js'
import { tombstoneFile } from '../history/tombstones.js'
import { wrapLogKey } from '../history/wrapped-key.js'
import { ensureWrappingKey, readWhole, wrappingKeys, type WrappingKey } from '../history/wrapping-key.js'
import { CheckpointFile, checkpointFile } from '../proof/checkpoint-store.js'
import { signingKeyFile } from '../proof/signing-key.js'
import type { Config } from '../config/config.js'

export type Place = Pick<Config, 'dataDir' | 'checkpoints'>

/** Names of files inside a backup; a log's key is `keys/logs/ID.json`. (BR6) */
export const INSIDE = {
  wrappingKey: 'keys/wrapping.key',
  tombstones: 'keys/tombstones.jsonl',
  signingKey: 'proof/signing.key',
  checkpoints: 'proof/checkpoints.jsonl',
} as const

const LOG_KEYS = 'keys/logs/'

/** A file that goes into a backup, up to a length where it grows meanwhile. */
export interface BackedUpFile {
  readonly name: string
  readonly path: string
  readonly length?: number
}

export function checkpointsOf({ dataDir, checkpoints }: Place): string {
  return checkpoints.file ?? checkpointFile(dataDir)
}

export function signingKeyOf({ dataDir, checkpoints }: Place): string {
  return checkpoints.keyFile ?? signingKeyFile(dataDir)
}

/** Checkpoints are read before the database is, so that it holds all that they saw. (BR6) */
export function filesBefore(place: Place): readonly BackedUpFile[] {
  const checkpoints = checkpointsOf(place)
  const { end } = new CheckpointFile(checkpoints).read(0)
  return [
    { name: INSIDE.signingKey, path: signingKeyOf(place) },
    { name: INSIDE.checkpoints, path: checkpoints, length: end },
  ].filter(({ path: file }) => existsSync(file))
}

/** What a backup holds in another form than it lies on the disk; none where it went away meanwhile. */
export interface CopiedBytes {
  readonly name: string
  readonly bytes: () => Buffer | null
}

/**
 * Keys are read after the database, which has no log whose key was not there before; tombstones last of all. (BR6) All
 * are wrapped anew by one wrapping key, so that a backup is whole whatever is rotated meanwhile. (KR8)
 */
export function filesAfter({ dataDir }: Place): readonly (BackedUpFile | CopiedBytes)[] {
  const wrapping = ensureWrappingKey(dataDir)
  const keys = new KeyStore(dataDir)
  return [
    { name: INSIDE.wrappingKey, bytes: () => wrapping.key },
    ...allLogs(dataDir).map((log) => ({
      name: `${LOG_KEYS}${log}.json`,
      bytes: () => copyOf(keys, log, wrapping) ?? asItLies(dataDir, log),
    })),
    { name: INSIDE.tombstones, path: tombstoneFile(dataDir) },
  ]
}

/** Oldest first: what is moved on while we look is found in the newer place. Again when there is a newer place by then. */
function allLogs(dataDir: string): readonly LogId[] {
  for (;;) {
    const numbers = wrappingKeys(dataDir).map(({ number }) => number)
    const logs = [...numbers].reverse().flatMap((number) => logsUnder(dataDir, number))
    if (wrappingKeys(dataDir)[0]?.number === numbers[0]) return [...new Set(logs)]
  }
}

function copyOf(keys: KeyStore, log: LogId, wrapping: WrappingKey): Buffer | null {
  try {
    return wrapLogKey(log, keys.open(log), wrapping.key)
  } catch (error) {
    if (error instanceof KeyMissing) return null
    throw error
  }
}

/** One that cannot be opened may be mended some day; one that was destroyed is not there. */
function asItLies(dataDir: string, log: LogId): Buffer | null {
  return logKeyFiles(dataDir, log).reduce<Buffer | null>((found, file) => found ?? readWhole(file), null)
}

/** The log whose key a file inside a backup is, or null for another file. */
export function logKeyIn(name: string): LogId | null {
  return name.startsWith(LOG_KEYS) ? logOf(name.slice(LOG_KEYS.length)) : null
}

/** A file's bytes; none where it went away meanwhile, as a destroyed key does. */
export async function* bytesOf(wanted: BackedUpFile | CopiedBytes): AsyncGenerator<Buffer> {
  if ('bytes' in wanted) {
    const bytes = wanted.bytes()
    if (bytes) yield bytes
    return
  }
  const { path: file, length } = wanted
  if (length === 0) return
  try {
    yield* createReadStream(file, length === undefined ? {} : { end: length - 1 }) as AsyncIterable<Buffer>
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
