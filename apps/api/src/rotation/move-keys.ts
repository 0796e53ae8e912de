import { rmdirSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import path from 'node:path'
import type { LogId } from '@accord/domain/ids'
import { codeOf, logKeyFile, logOf, namesIn, putInPlace } from '../history/key-files.js'
import { readTombstones, shred, tombstoneFile } from '../history/tombstones.js'
import { unwrapLogKey, wrapLogKey } from '../history/wrapped-key.js'
import {
  keyDirectory,
  logKeyDirectory,
  readWhole,
  syncDirectory,
  type WrappingKey,
} from '../history/wrapping-key.js'
import { RotationFailure } from './rotation-failure.js'

/** From which key to which, and who hears of each step that is on the disk. */
export interface Move {
  readonly dataDir: string
  readonly from: WrappingKey
  readonly to: WrappingKey
  readonly wrapped: (log: LogId) => void
  readonly left: (log: LogId) => void
}

/**
 * Wraps every key anew, each durably in its new place before it is shredded in the old one, until the old directory is
 * empty and taken away. Whoever makes a key meanwhile makes it in the new place, or in the old one before that is taken
 * away: a directory with a file in it cannot be. (KR3)
 */
export async function moveKeys(move: Move): Promise<void> {
  const { dataDir, from } = move
  const directory = logKeyDirectory(dataDir, from.number)
  do {
    for (const name of namesIn(directory)) {
      const log = logOf(name)
      if (log) await moveKey(move, log)
      // What a process that died had not finished; one that lives begins anew.
      else shred(path.join(directory, name))
    }
  } while (!takenAway(directory))
  syncDirectory(keyDirectory(dataDir))
}

async function moveKey({ dataDir, from, to, wrapped, left }: Move, log: LogId): Promise<void> {
  const old = logKeyFile(dataDir, from.number, log)
  const bytes = readWhole(old)
  // Destroyed since the directory was read.
  if (!bytes) return
  const key = unwrapLogKey(log, bytes, from.key)
  if (!key) throw new RotationFailure('rotate.unreadable', { file: old })
  const file = logKeyFile(dataDir, to.number, log)
  putUnlessThere(file, wrapLogKey(log, key, to.key))
  wrapped(log)
  await nextTurn()
  // Whoever destroyed it since we read it wrote so first, and may have looked before it was here. (BR8)
  if (isDestroyed(dataDir, log, key.version)) shred(file)
  // Read back: the old one is given up for nothing but the same key, which opens.
  else if (!holds(file, log, { wrapping: to.key, key: key.key }))
    throw new RotationFailure('rotate.unreadable', { file })
  shred(old)
  syncDirectory(logKeyDirectory(dataDir, from.number))
  left(log)
}

function holds(
  file: string,
  log: LogId,
  { wrapping, key }: { readonly wrapping: Buffer; readonly key: Buffer },
): boolean {
  const bytes = readWhole(file)
  return (bytes && unwrapLogKey(log, bytes, wrapping))?.key.equals(key) ?? false
}

/** One that is there already was put there by a run that was killed. */
function putUnlessThere(file: string, bytes: Buffer): void {
  try {
    putInPlace(file, bytes)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
}

/** Keys that a run which was killed put in their new place after they had been destroyed. (BR8) */
export function shredDestroyedIn(dataDir: string, number: number, wrapping: Buffer): void {
  const { tombstones } = readTombstones(readWhole(tombstoneFile(dataDir))?.toString() ?? '')
  for (const { log, version } of tombstones) {
    const file = logKeyFile(dataDir, number, log)
    const bytes = readWhole(file)
    const key = bytes && unwrapLogKey(log, bytes, wrapping)
    if (key && key.version <= version) shred(file)
  }
}

function isDestroyed(dataDir: string, log: LogId, version: number): boolean {
  const { tombstones } = readTombstones(readWhole(tombstoneFile(dataDir))?.toString() ?? '')
  return tombstones.some((one) => one.log === log && one.version >= version)
}

/** False while there is anything in it. */
function takenAway(directory: string): boolean {
  try {
    rmdirSync(directory)
    return true
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT') return true
    if (code === 'ENOTEMPTY' || code === 'EEXIST') return false
    throw error
  }
}
