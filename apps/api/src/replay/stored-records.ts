import { equalBytes, toHex } from '@accord/domain/history/bytes'
import type { EntryContent } from '@accord/domain/history/entry'
import { contentDigest } from '@accord/domain/history/hash'
import { chainStart } from '@accord/domain/history/verify'
import type { RecordContent, RecordEntry, RecordPage } from '@accord/domain/rest/record'
import { Injectable } from '@nestjs/common'
import { EntryRepository, type LogHead, type LogPlace } from '../history/entry.repository.js'
import { KeyMissing, KeyStore, type LogKey } from '../history/key-store.js'
import { openContent, sha256, type StoredEntry } from '../history/sealing.js'
import { FlawWatch } from './flaw-watch.js'

const PAGE = 5_000

/** Entries with everything that their hashes cover. */
@Injectable()
export class StoredRecords {
  constructor(
    readonly entries: EntryRepository,
    private readonly keys: KeyStore,
    private readonly watch: FlawWatch,
  ) {}

  /** Null when there is no such log. */
  async page(place: LogPlace, after: number): Promise<Omit<RecordPage, 'people'> | null> {
    const before = after === 0 ? null : await this.entries.atSeq(place, after)
    const rows = await this.entries.page(place, after, PAGE)
    // Read after the entries, so that the head never lies behind them.
    const head = await this.entries.head(place)
    if (!head) return null
    const key = this.keyOf(place)
    await this.watch.look({ place, before, entries: rows, key })
    let previous: Uint8Array = before?.hash ?? chainStart(place.log, sha256).hash
    const entries = rows.map((row) => {
      const entry = recordEntry(row, previous, key)
      previous = row.hash
      return entry
    })
    const last = rows.at(-1)
    const nextFrom = last && rows.length === PAGE && last.seq < head.seq ? last.seq : null
    return { clinic: place.clinic, plan: place.log, head: named(head), entries, nextFrom }
  }

  private keyOf({ log }: LogPlace): LogKey | null {
    try {
      return this.keys.open(log)
    } catch (error) {
      if (error instanceof KeyMissing) return null
      throw error
    }
  }
}

function recordEntry(row: StoredEntry, previous: Uint8Array, key: LogKey | null): RecordEntry {
  const { prevHash, digest, content: sealed } = row
  const opened = sealed && key && openedOrNull(row, key)
  const follows = opened !== null && equalBytes(contentDigest(opened, sha256), digest)
  return {
    ...columnsOf(row),
    ...(equalBytes(prevHash, previous) ? {} : { prevHash: toHex(prevHash) }),
    ...(follows ? {} : { digest: toHex(digest) }),
    content: opened && written(opened),
  }
}

function columnsOf(row: StoredEntry): Omit<RecordEntry, 'content'> {
  const { seq, epoch, kind, clientId, op, connection, author, relation, session, at, keyVersion } = row
  const who = { author, relation, clientId, op, connection, session }
  return { seq, epoch, hash: toHex(row.hash), kind, ...who, at, keyVersion }
}

function openedOrNull(row: StoredEntry, key: LogKey): EntryContent | null {
  try {
    return openContent(row, key)
  } catch {
    // What cannot be opened is shown as missing; the reader's own check names the entry.
    return null
  }
}

function written({ salt, payload, record }: EntryContent): RecordContent {
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8')
  return { salt: Buffer.from(salt).toString('base64'), payload: text(payload), record: text(record) }
}

export function named({ seq, hash }: LogHead): { readonly seq: number; readonly hash: string } {
  return { seq, hash: toHex(hash) }
}
