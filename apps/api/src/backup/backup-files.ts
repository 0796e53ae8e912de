import { createReadStream, existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { tombstoneFile } from '../history/tombstones.js'
import { logKeyDirectory, wrappingKeyFile } from '../history/wrapping-key.js'
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

const LOG_KEY = /^keys\/logs\/([0-9a-f-]{36}\.json)$/

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

/** Keys are read after the database, which has no log whose key was not there before; tombstones last of all. (BR6) */
export function filesAfter({ dataDir }: Place): readonly BackedUpFile[] {
  const directory = logKeyDirectory(dataDir)
  const keys = existsSync(directory) ? readdirSync(directory) : []
  return [
    { name: INSIDE.wrappingKey, path: wrappingKeyFile(dataDir) },
    ...keys
      .filter((name) => logKeyIn(`keys/logs/${name}`) !== null)
      .map((name) => ({ name: `keys/logs/${name}`, path: path.join(directory, name) })),
    { name: INSIDE.tombstones, path: tombstoneFile(dataDir) },
  ]
}

/** The file name of a log's key inside a backup, or null for another file. */
export function logKeyIn(name: string): string | null {
  return LOG_KEY.exec(name)?.[1] ?? null
}

/** A file's bytes; none where it went away meanwhile, as a destroyed key does. */
export async function* bytesOf({ path: file, length }: BackedUpFile): AsyncGenerator<Buffer> {
  if (length === 0) return
  try {
    yield* createReadStream(file, length === undefined ? {} : { end: length - 1 }) as AsyncIterable<Buffer>
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
