import { randomBytes } from 'node:crypto'
import path from 'node:path'
import type { LogId } from '@accord/domain/ids'
import { exists, logKeyFile, logKeyFiles, putInPlace } from './key-files.js'
import { shred, Tombstones } from './tombstones.js'
import { unwrapLogKey, wrapLogKey, type LogKey } from './wrapped-key.js'
import {
  ensureWrappingKey,
  readWhole,
  syncDirectory,
  wrappingKeys,
  type WrappingKey,
} from './wrapping-key.js'

export type { LogKey } from './wrapped-key.js'

/** A log whose key is not there or cannot be opened: its contents are lost or erased. */
export class KeyMissing extends Error {
  constructor(readonly log: LogId) {
    super(`there is no key for log ${log}`)
    this.name = 'KeyMissing'
  }
}

/** A log whose key was destroyed: its words are gone for good, and a key that comes back opens nothing. (BR8) */
export class KeyDestroyed extends KeyMissing {
  constructor(log: LogId) {
    super(log)
    this.name = 'KeyDestroyed'
  }
}

const MOST_OPENED = 2_000
/** A key in an old place may be in the new one a moment later; more often than this none is moved meanwhile. */
const MOST_LOOKS = 5

/** One key per log, wrapped, in files outside the database and its backups. (HI5) */
export class KeyStore {
  /** The keys opened last, oldest first. */
  private readonly opened = new Map<LogId, LogKey>()
  private readonly tombstones: Tombstones
  /** As they were when they were last looked at: another process may make one at any time. (KR4) */
  private wrapping: readonly WrappingKey[]

  constructor(private readonly dataDir: string) {
    ensureWrappingKey(dataDir)
    this.wrapping = wrappingKeys(dataDir)
    this.tombstones = new Tombstones(dataDir)
  }

  /** Makes a log's key, which is on the disk before the log's first entry is. */
  create(log: LogId): LogKey {
    const made = { version: this.tombstones.destroyed(log) + 1, key: randomBytes(32) }
    for (let look = 0; look < MOST_LOOKS; look++) {
      const [newest, ...older] = (this.wrapping = wrappingKeys(this.dataDir))
      if (!newest) throw new KeyMissing(log)
      if (exists(older.map(({ number }) => logKeyFile(this.dataDir, number, log)))) throw alreadyThere(log)
      const file = logKeyFile(this.dataDir, newest.number, log)
      if (putInPlace(file, wrapLogKey(log, made, newest.key))) return this.remember(log, made)
    }
    throw new KeyMissing(log)
  }

  /** The key of what belongs to no single log, under an id of its own; made by whoever first asks for it. */
  openOrCreate(id: LogId): LogKey {
    try {
      return this.open(id)
    } catch (error) {
      if (!(error instanceof KeyMissing)) throw error
    }
    try {
      this.create(id)
    } catch (error) {
      // Another process was first.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    // Read again: what stands under the newest wrapping key is what everybody uses.
    this.opened.delete(id)
    return this.open(id)
  }

  /** Throws {@link KeyMissing}, or {@link KeyDestroyed}. */
  open(log: LogId): LogKey {
    const destroyed = this.tombstones.destroyed(log)
    const known = this.opened.get(log)
    if (known && known.version > destroyed) return this.remember(log, known)
    const key = this.read(log)
    if (!key) throw destroyed > 0 && !this.isThere(log) ? new KeyDestroyed(log) : new KeyMissing(log)
    if (key.version <= destroyed) throw new KeyDestroyed(log)
    return this.remember(log, key)
  }

  /**
   * Destroys a log's key for good; a key made for it later is of the next version. Throws {@link KeyMissing}. The tombstone is on the disk first: whatever happens then, and whatever backup is
   * restored, the key is not opened again. (BR8)
   * @param now in ms
   */
  destroy(log: LogId, now: number): void {
    this.tombstones.add({ log, version: this.open(log).version, at: now })
    this.opened.delete(log)
    this.shredAll(log)
  }

  /**
   * The same whether the key is there, lost, or destroyed already: nothing that was ever sealed with it opens again. (ER2)
   * @param now in ms
   */
  bury(id: LogId, now: number): void {
    const destroyed = this.tombstones.destroyed(id)
    this.tombstones.add({ log: id, version: Math.max(destroyed, this.versionOf(id) ?? 1), at: now })
    this.opened.delete(id)
    this.shredAll(id)
  }

  /** The newest version of a key that was destroyed; 0 where none was. */
  destroyedVersion(log: LogId): number {
    return this.tombstones.destroyed(log)
  }

  /** Everything that a tombstone names: keys, and cases whose keys they were. (ER1) */
  buried(): readonly LogId[] {
    return this.tombstones.all()
  }

  /** Takes away a key that came back with a backup though it was destroyed. (BR8) */
  shredDestroyed(log: LogId): void {
    try {
      this.open(log)
    } catch (error) {
      if (!(error instanceof KeyDestroyed)) throw error
      this.shredAll(log)
    }
  }

  private versionOf(log: LogId): number | null {
    try {
      return this.open(log).version
    } catch (error) {
      if (error instanceof KeyMissing) return null
      throw error
    }
  }

  private isThere(log: LogId): boolean {
    return exists(logKeyFiles(this.dataDir, log))
  }

  private shredAll(log: LogId): void {
    for (const file of logKeyFiles(this.dataDir, log).filter((one) => exists([one]))) shredDurably(file)
  }

  /** Newest place first. Not found, or not openable, may mean that it has just been moved: then the keys are looked at anew. (KR4) */
  private read(log: LogId): LogKey | null {
    for (let look = 0; look < MOST_LOOKS; look++) {
      for (const { number, key } of this.wrapping) {
        const file = readWhole(logKeyFile(this.dataDir, number, log))
        const opened = file && unwrapLogKey(log, file, key)
        if (opened) return opened
      }
      const before = this.wrapping
      this.wrapping = wrappingKeys(this.dataDir)
      if (look > 0 && sameNumbers(before, this.wrapping)) break
    }
    return null
  }

  private remember(log: LogId, key: LogKey): LogKey {
    this.opened.delete(log)
    this.opened.set(log, key)
    const oldest = this.opened.keys().next().value
    if (this.opened.size > MOST_OPENED && oldest) this.opened.delete(oldest)
    return key
  }
}

function shredDurably(file: string): void {
  shred(file)
  syncDirectory(path.dirname(file))
}

function sameNumbers(one: readonly WrappingKey[], other: readonly WrappingKey[]): boolean {
  return one.map(({ number }) => number).join() === other.map(({ number }) => number).join()
}

/** As the file system says it of a file under the newest key. */
function alreadyThere(log: LogId): Error {
  return Object.assign(new Error(`there is a key for log ${log}`), { code: 'EEXIST' })
}
