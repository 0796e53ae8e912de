import { noteRetired } from '../history/retired-keys.js'
import { logsUnder, namesIn } from '../history/key-files.js'
import { shred } from '../history/tombstones.js'
import {
  keyDirectory,
  makeWrappingKey,
  syncDirectory,
  wrappingKeyFile,
  wrappingKeys,
  type WrappingKey,
} from '../history/wrapping-key.js'
import path from 'node:path'
import { moveKeys, shredDestroyedIn } from './move-keys.js'
import { RotationFailure } from './rotation-failure.js'

/** What is on the disk when it is said. A process may die after each. (KR2) */
export type RotationStep = 'made' | 'wrapped' | 'left' | 'emptied' | 'changed' | 'noted' | 'shredded'

export interface Rotation {
  readonly dataDir: string
  /** In ms. */
  readonly now: number
  /** Gives the application's role the password of the newest key. May be done twice. (KR5) */
  readonly changePassword: () => Promise<void>
  readonly reached: (step: RotationStep, moved: number, all: number) => void
}

/** What came of it: the number of the key that wraps everything now, and how many keys it was given. */
export interface Rotated {
  readonly number: number
  readonly moved: number
  /** Whether it went on with what another run had begun. */
  readonly isResumed: boolean
}

/**
 * Lets a new wrapping key take over while people type; what was begun by a run that died is finished first, and is then
 * all that is done. (KR1, KR2)
 * @throws {RotationFailure} one sentence that a person can act on; then both keys stay and everything opens
 */
export async function rotateKeys(rotation: Rotation): Promise<Rotated> {
  const { dataDir, reached } = rotation
  const [current, ...begun] = wrappingKeys(dataDir)
  if (!current) throw new RotationFailure('rotate.no-key', { directory: keyDirectory(dataDir) })
  const isResumed = begun.length > 0
  if (!isResumed) makeWrappingKey(dataDir, current.number + 1)
  const [newest, ...older] = wrappingKeys(dataDir)
  if (!newest) throw new RotationFailure('rotate.no-key', { directory: keyDirectory(dataDir) })
  const all = older.flatMap(({ number }) => logsUnder(dataDir, number)).length
  reached('made', 0, all)
  const moved = await moveAll(rotation, { newest, older, all })
  shredDestroyedIn(dataDir, newest.number, newest.key)
  reached('emptied', moved, all)
  await rotation.changePassword()
  reached('changed', moved, all)
  for (const key of older) noteRetired(dataDir, key, rotation.now)
  reached('noted', moved, all)
  shredOld(dataDir, older)
  reached('shredded', moved, all)
  return { number: newest.number, moved, isResumed }
}

interface Keys {
  readonly newest: WrappingKey
  readonly older: readonly WrappingKey[]
  readonly all: number
}

async function moveAll({ dataDir, reached }: Rotation, { newest, older, all }: Keys): Promise<number> {
  let moved = 0
  for (const from of older) {
    await moveKeys({
      ...{ dataDir, from, to: newest },
      wrapped: () => reached('wrapped', moved, all),
      left: () => reached('left', (moved += 1), all),
    })
  }
  return moved
}

/** The keys that nothing needs any more, and what runs that died had not finished making. */
function shredOld(dataDir: string, older: readonly WrappingKey[]): void {
  const directory = keyDirectory(dataDir)
  for (const name of namesIn(directory)) {
    if (/^wrapping(-\d+)?\.key\.[0-9a-f]{12}$/.test(name)) shred(path.join(directory, name))
  }
  for (const { number } of older) shred(wrappingKeyFile(dataDir, number))
  syncDirectory(directory)
}
