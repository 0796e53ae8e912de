import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { concat, field, u32, utf8, uuidBytes } from '@accord/domain/history/bytes'
import type { LogId } from '@accord/domain/ids'
import { z } from 'zod'
import { shred, Tombstones } from './tombstones.js'
import { ensureWrappingKey, logKeyDirectory, readWhole, syncDirectory, writeDurably } from './wrapping-key.js'

/** The key of one log's contents, opened. */
export interface LogKey {
  readonly version: number
  readonly key: Buffer
}

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

const CIPHER = 'aes-256-gcm'
const MOST_OPENED = 2_000
const wrappedSchema = z.strictObject({ version: z.int().positive(), nonce: z.base64(), wrapped: z.base64() })

/** One key per log, wrapped, in files outside the database and its backups. (HI5) */
export class KeyStore {
  /** The keys opened last, oldest first. */
  private readonly opened = new Map<LogId, LogKey>()
  private readonly directory: string
  private readonly wrappingKey: Buffer
  private readonly tombstones: Tombstones

  constructor(dataDir: string) {
    this.wrappingKey = ensureWrappingKey(dataDir)
    this.directory = logKeyDirectory(dataDir)
    this.tombstones = new Tombstones(dataDir)
    mkdirSync(this.directory, { recursive: true, mode: 0o700 })
  }

  /** Makes a log's key, which is on the disk before the log's first entry is. */
  create(log: LogId): LogKey {
    const made = { version: this.tombstones.destroyed(log) + 1, key: randomBytes(32) }
    writeDurably(this.fileOf(log), Buffer.from(JSON.stringify(this.wrap(log, made))))
    syncDirectory(this.directory)
    return this.remember(log, made)
  }

  /** Throws {@link KeyMissing}, or {@link KeyDestroyed}. */
  open(log: LogId): LogKey {
    const destroyed = this.tombstones.destroyed(log)
    const known = this.opened.get(log)
    if (known && known.version > destroyed) return this.remember(log, known)
    const bytes = readWhole(this.fileOf(log))
    if (!bytes) throw destroyed > 0 ? new KeyDestroyed(log) : new KeyMissing(log)
    const key = this.unwrap(log, bytes)
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
    shred(this.fileOf(log))
    syncDirectory(this.directory)
  }

  /**
   * The same whether the key is there, lost, or destroyed already: nothing that was ever sealed with it opens again. (ER2)
   * @param now in ms
   */
  bury(id: LogId, now: number): void {
    const destroyed = this.tombstones.destroyed(id)
    this.tombstones.add({ log: id, version: Math.max(destroyed, this.versionOf(id) ?? 1), at: now })
    this.opened.delete(id)
    shred(this.fileOf(id))
    syncDirectory(this.directory)
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
      shred(this.fileOf(log))
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

  private fileOf(log: LogId): string {
    return path.join(this.directory, `${log}.json`)
  }

  private remember(log: LogId, key: LogKey): LogKey {
    this.opened.delete(log)
    this.opened.set(log, key)
    const oldest = this.opened.keys().next().value
    if (this.opened.size > MOST_OPENED && oldest) this.opened.delete(oldest)
    return key
  }

  private wrap(log: LogId, { version, key }: LogKey): z.infer<typeof wrappedSchema> {
    const nonce = randomBytes(12)
    const cipher = createCipheriv(CIPHER, this.wrappingKey, nonce).setAAD(wrappedFor(log, version))
    const wrapped = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()])
    return { version, nonce: nonce.toString('base64'), wrapped: wrapped.toString('base64') }
  }

  private unwrap(log: LogId, file: Buffer): LogKey {
    try {
      const { version, nonce, wrapped } = wrappedSchema.parse(JSON.parse(file.toString()))
      const bytes = Buffer.from(wrapped, 'base64')
      const cipher = createDecipheriv(CIPHER, this.wrappingKey, Buffer.from(nonce, 'base64'))
      cipher.setAAD(wrappedFor(log, version)).setAuthTag(bytes.subarray(-16))
      return { version, key: Buffer.concat([cipher.update(bytes.subarray(0, -16)), cipher.final()]) }
    } catch {
      // Another wrapping key, or a damaged file: either way this log's key is not to be had.
      throw new KeyMissing(log)
    }
  }
}

/** Associated data of a wrapped key: it cannot be passed off as another log's. */
function wrappedFor(log: LogId, version: number): Uint8Array {
  return concat([utf8('accord/log-key/1'), field(uuidBytes(log)), field(u32(version))])
}
