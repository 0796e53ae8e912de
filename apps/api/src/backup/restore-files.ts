import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { isRetired } from '../history/retired-keys.js'
import { readTombstones, tombstoneFile, Tombstones, type Tombstone } from '../history/tombstones.js'
import {
  ensureWrappingKey,
  readWhole,
  syncDirectory,
  wrappingKeyFile,
  wrappingKeys,
  writeDurably,
} from '../history/wrapping-key.js'
import { CheckpointBook, CheckpointsBroken } from '../proof/checkpoint-book.js'
import { CheckpointFile, checkpointFile } from '../proof/checkpoint-store.js'
import { LatestNote } from '../proof/latest-note.js'
import { ensureSigningKey, signerFrom, signingKeyFile } from '../proof/signing-key.js'
import { BackupFailure } from './backup-failure.js'
import { checkpointsOf, INSIDE, signingKeyOf, type Place } from './backup-files.js'
import type { CheckedBackup } from './read-backup.js'

/** Where a restoration goes, and what else is known of the same records. */
export interface RestorePlace extends Place {
  /** The data directory that is being replaced, where it can still be read: its tombstones and checkpoints count. */
  readonly beside: string | null
}

/** What is decided before anything is written. */
export interface RestoredFiles {
  readonly wrappingKey: Buffer
  readonly signingKey: Buffer | null
  readonly checkpoints: Buffer
  /** All that were found, wherever they were. (BR8) */
  readonly tombstones: readonly Tombstone[]
}

/** Decides which keys, checkpoints and tombstones stand. Writes nothing. @throws {BackupFailure} */
export function decideFiles(place: RestorePlace, { files }: CheckedBackup, from: string): RestoredFiles {
  const wrappingKey = files.get(INSIDE.wrappingKey)
  if (!wrappingKey) throw new BackupFailure('restore.damaged', { file: from })
  mustBelongTogether(place.dataDir, wrappingKey)
  const known = [...(place.beside === null ? [] : [place.beside]), place.dataDir]
  const kept = known.map((dataDir) => readWhole(tombstoneFile(dataDir)))
  const tombstones = [files.get(INSIDE.tombstones), ...kept].flatMap(
    (bytes) => readTombstones(bytes?.toString() ?? '').tombstones,
  )
  const checkpoints = newerCheckpoints(place, files.get(INSIDE.checkpoints) ?? Buffer.alloc(0))
  const signingKey = signingKeyFound(place) ?? files.get(INSIDE.signingKey) ?? null
  mustHold(checkpoints, signingKey, place)
  return { wrappingKey, signingKey, checkpoints, tombstones }
}

/** The keys in place are the backup's own, or took over from them by rotation: then the backup's are wrapped by those. (KR9) */
function mustBelongTogether(dataDir: string, wrappingKey: Buffer): void {
  const [newest, ...older] = wrappingKeys(dataDir)
  if (!newest || [newest, ...older].some(({ key }) => key.equals(wrappingKey))) return
  if (isRetired(dataDir, wrappingKey)) return
  throw new BackupFailure('restore.other-wrapping-key', { file: wrappingKeyFile(dataDir, newest.number) })
}

/**
 * Checkpoints outlive a database, so those that are found are newer than the backup's: they say what is missing. Each
 * only ever grows, so one of the two is the beginning of the other, or they are of different records. (BR10)
 */
function newerCheckpoints(place: RestorePlace, inBackup: Buffer): Buffer {
  const file = checkpointsFound(place)
  if (file === null) return inBackup
  const whole = readFileSync(file).subarray(0, new CheckpointFile(file).read(0).end)
  const [longer, shorter] = whole.length >= inBackup.length ? [whole, inBackup] : [inBackup, whole]
  if (!longer.subarray(0, shorter.length).equals(shorter)) {
    throw new BackupFailure('restore.other-checkpoints', { file })
  }
  return longer
}

function checkpointsFound(place: RestorePlace): string | null {
  const beside = place.beside === null ? [] : [checkpointFile(place.beside)]
  return [checkpointsOf(place), ...beside].find((file) => existsSync(file)) ?? null
}

function signingKeyFound(place: RestorePlace): Buffer | null {
  const beside = place.beside === null ? null : readWhole(signingKeyFile(place.beside))
  return readWhole(signingKeyOf(place)) ?? beside
}

/** Puts keys, checkpoints and tombstones in their places; the tombstones first. (BR8) */
export function placeFiles(place: RestorePlace, files: RestoredFiles): void {
  const { dataDir } = place
  const tombstones = new Tombstones(dataDir)
  for (const tombstone of files.tombstones) tombstones.add(tombstone)
  if (wrappingKeys(dataDir).length === 0) placed(wrappingKeyFile(dataDir), files.wrappingKey)
  ensureWrappingKey(dataDir)
  const signingKey = signingKeyOf(place)
  if (files.signingKey && !existsSync(signingKey)) placed(signingKey, files.signingKey)
  const store = new CheckpointFile(checkpointsOf(place))
  const { end } = store.read(0)
  // Never taken away first: checkpoints that outlived the database may be the only ones.
  const rest = files.checkpoints.subarray(end).toString()
  if (end === 0 && rest !== '') placed(checkpointsOf(place), files.checkpoints)
  else for (const line of rest.split('\n').slice(0, -1)) store.append(line)
}

/** What the checkpoints in place say, and the pen that goes on with them. */
export function openBook(place: RestorePlace): CheckpointBook {
  const note = new LatestNote(place.dataDir)
  const signer = ensureSigningKey(signingKeyOf(place))
  // What was noted may be of checkpoints that are lost: these are the ones that are left.
  const book = new CheckpointBook(new CheckpointFile(checkpointsOf(place)), signer, {
    read: () => 0,
    write: (number) => note.write(number),
  })
  book.catchUp()
  return book
}

/** Checkpoints that do not hold would make the restored house doubt itself for ever: said before anything is written. */
function mustHold(checkpoints: Buffer, signingKey: Buffer | null, place: Place): void {
  const lines = checkpoints.toString().split('\n').slice(0, -1)
  if (lines.length === 0) return
  const file = checkpointsOf(place)
  if (!signingKey) throw new BackupFailure('restore.no-signing-key', { file: signingKeyOf(place) })
  const read = () => ({ lines, end: checkpoints.length, isTorn: false, isCut: false })
  const refuse = () => {
    throw new Error('these checkpoints are only read')
  }
  const book = new CheckpointBook({ read, append: refuse }, signerFrom(signingKey), {
    read: () => 0,
    write: refuse,
  })
  try {
    book.catchUp()
  } catch (error) {
    if (!(error instanceof CheckpointsBroken)) throw error
    throw new BackupFailure('restore.checkpoints-broken', { file, number: error.number })
  }
}

export function placed(file: string, bytes: Uint8Array): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  writeDurably(file, bytes)
  syncDirectory(path.dirname(file))
}
