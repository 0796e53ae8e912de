import { toHex } from '@accord/domain/history/bytes'
import { checkContent } from '@accord/domain/history/verify'
import type { EntryContent, HistoryEntry } from '@accord/domain/history/entry'
import type { LogKey } from '../history/key-store.js'
import { openContent, readEntry, sha256, type StoredEntry } from '../history/sealing.js'

/** A line of `entries.jsonl`: every column by its name, and in the place of the content what it holds. (HI18) */
export function entryLine(entry: StoredEntry, content: EntryContent | null): string {
  return JSON.stringify({
    clinic_id: entry.clinic,
    log_id: entry.log,
    seq: entry.seq,
    prev_hash: toHex(entry.prevHash),
    epoch: entry.epoch,
    kind: entry.kind,
    client_id: entry.clientId,
    op: entry.op,
    connection_id: entry.connection,
    author_id: entry.author,
    relation: entry.relation,
    session_id: entry.session,
    at_ms: entry.at,
    key_version: entry.keyVersion,
    digest: toHex(entry.digest),
    hash: toHex(entry.hash),
    salt: content && toHex(content.salt),
    payload: content && textOf(content.payload),
    record: content && textOf(content.record),
  })
}

/** What an entry holds; null where it was erased or cannot be opened. */
export function openOrNull(entry: StoredEntry, key: LogKey | null): EntryContent | null {
  try {
    return key && openContent(entry, key)
  } catch {
    // What cannot be opened is given as missing; whoever verifies the bundle names the entry.
    return null
  }
}

/** An entry to be told on a page; null where what it holds is not what was sealed. */
export function readOrNull(entry: StoredEntry, content: EntryContent | null): HistoryEntry | null {
  try {
    return content && !checkContent(entry, content, sha256) ? readEntry(entry, content) : null
  } catch {
    return null
  }
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8')
}
