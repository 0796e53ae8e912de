import type { RecordEntry, RecordPage } from '../rest/record.js'
import { equalBytes, fromHex, utf8 } from './bytes.js'
import { readContent } from './content.js'
import type { EntryContent, HistoryEntry } from './entry.js'
import { contentDigest, type Sha256 } from './hash.js'
import { checkLink, isFlaw, type ChainPosition, type Flaw, type StoredHeader } from './verify.js'

/** What a page of a record came to: the entries that hold, and the first thing that does not. */
export interface CheckedRecord {
  readonly entries: readonly HistoryEntry[]
  readonly end: ChainPosition
  readonly flaw: Flaw | null
}

/**
 * Checks a page of a record as its reader does, trusting nothing but the place where the last page ended: each entry
 * against the one before it, and what it holds against what the chain covers. Stops at the first flaw. (HI6, HI11)
 */
export function checkRecord(before: ChainPosition, page: RecordPage, sha256?: Sha256): CheckedRecord {
  const entries: HistoryEntry[] = []
  let end = before
  for (const entry of page.entries) {
    const checked = checkRecordEntry(end, page, entry, sha256)
    if ('reason' in checked) return { entries, end, flaw: checked }
    entries.push(checked.entry)
    end = checked.end
  }
  return { entries, end, flaw: headFlaw(end, page) }
}

function checkRecordEntry(
  before: ChainPosition,
  { clinic, plan }: RecordPage,
  entry: RecordEntry,
  sha256?: Sha256,
): { readonly entry: HistoryEntry; readonly end: ChainPosition } | Flaw {
  const flaw = (reason: Flaw['reason']): Flaw => ({ log: plan, seq: entry.seq, reason })
  const content = entry.content && bytesOf(entry.content)
  const digest = entry.digest === undefined ? null : fromHex(entry.digest)
  const own = content && contentDigest(content, sha256)
  const covered = digest ?? own
  if (!covered) return flaw('content-missing')
  const prevHash = entry.prevHash === undefined ? before.hash : fromHex(entry.prevHash)
  const header: StoredHeader = {
    ...entry,
    clinic,
    log: plan,
    prevHash,
    digest: covered,
    hash: fromHex(entry.hash),
  }
  const end = checkLink(before, header, sha256)
  if (isFlaw(end)) return end
  if (!content || !own) return flaw('content-missing')
  if (!equalBytes(covered, own)) return flaw('digest-differs')
  const read = readOrNull(content)
  if (read?.payload.kind !== entry.kind) return flaw('content-unreadable')
  const { seq, epoch, hash, at, author, relation, clientId, op, session } = entry
  return { end, entry: { seq, epoch, hash, at, author, relation, clientId, op, session, ...read } }
}

/** A head that lies behind, or that the last entry does not have, is no head of this log. */
function headFlaw(end: ChainPosition, { plan, head, nextFrom }: RecordPage): Flaw | null {
  if (nextFrom !== null) return null
  if (head.seq > end.seq) return { log: plan, seq: end.seq + 1, reason: 'missing-entry' }
  const isHead = head.seq === end.seq && equalBytes(fromHex(head.hash), end.hash)
  return isHead ? null : { log: plan, seq: end.seq, reason: 'head-differs' }
}

function bytesOf({ salt, payload, record }: NonNullable<RecordEntry['content']>): EntryContent {
  return {
    salt: Uint8Array.from(atob(salt), (sign) => sign.charCodeAt(0)),
    payload: utf8(payload),
    record: utf8(record),
  }
}

/** What was stored may be anything; whatever its reader throws, it is not what it should be. */
function readOrNull(content: EntryContent): ReturnType<typeof readContent> | null {
  try {
    return readContent(content)
  } catch {
    return null
  }
}
