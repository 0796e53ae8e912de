import {
  chainStart,
  checkContent,
  checkLink,
  isFlaw,
  type ChainPosition,
  type Flaw,
} from '@accord/domain/history/verify'
import type { ClinicId, LogId } from '@accord/domain/ids'
import { equalBytes } from '@accord/domain/history/bytes'
import type { LogHead } from './entry.repository.js'
import { foldChecked, foldStart, type Folded, type LogAudience } from './fold-checked.js'
import type { LogKey } from './key-store.js'
import { openContent, readEntry, sha256, type StoredEntry } from './sealing.js'

/** A log to be checked: whose it is, where its head says that it ends, and how to read it. */
export interface LogToVerify {
  readonly log: LogId
  readonly clinic: ClinicId
  /** What its entries fold to; null when the log itself is gone. */
  readonly audience: LogAudience | null
  readonly head: LogHead | null
  /** Epochs that restorations of its clinic's records began: a head may be of one that no entry bears yet. (BR9) */
  readonly restored?: ReadonlySet<number>
  /** Null when there is none to be had. */
  readonly key: LogKey | null
  /** The newest version of its key that was destroyed: of what that sealed the chain alone can be checked. 0 for none. (BR8) */
  readonly destroyed: number
  /** Entries after a sequence number, in order; empty at the end. */
  readonly entriesAfter: (seq: number) => Promise<readonly StoredEntry[]>
}

export interface VerifiedLog {
  readonly log: LogId
  readonly entries: number
  /** The first thing that does not hold. */
  readonly flaw: Flaw | null
  /** Whether a key of it was destroyed, so that there was content that nobody can check. */
  readonly isErased: boolean
}

/** Checks a log: its chain up to its head, then what every entry holds, then that all of it folds to a plan or a review. (HI6) */
export async function verifyLog(wanted: LogToVerify): Promise<VerifiedLog> {
  const { log } = wanted
  let position = chainStart(log, sha256)
  let folded = foldStart(log, wanted.audience)
  const isErased = wanted.destroyed > 0
  for (;;) {
    const page = await wanted.entriesAfter(position.seq)
    if (page.length === 0) break
    for (const entry of page) {
      const link = linked(position, entry, wanted)
      if (isFlaw(link)) return { log, entries: position.seq, flaw: link, isErased }
      const isGone = entry.keyVersion <= wanted.destroyed
      const read = isGone ? folded : readChecked(folded, entry, wanted.key)
      if ('reason' in read) return { log, entries: position.seq, flaw: read, isErased }
      position = link
      folded = read
    }
  }
  return { log, entries: position.seq, flaw: headFlaw(position, wanted), isErased }
}

function linked(before: ChainPosition, entry: StoredEntry, { clinic }: LogToVerify): ChainPosition | Flaw {
  const link = checkLink(before, entry, sha256)
  if (isFlaw(link) || entry.clinic === clinic) return link
  return { log: before.log, seq: entry.seq, reason: 'wrong-clinic' }
}

/** A tail that was cut off leaves a chain that holds, and a head that says more. */
function headFlaw(end: ChainPosition, { log, head, restored }: LogToVerify): Flaw | null {
  const isEpochRaised = head !== null && head.epoch > end.epoch && restored?.has(head.epoch) === true
  const same =
    head?.seq === end.seq &&
    equalBytes(head.hash, end.hash) &&
    head.at === end.at &&
    (end.seq === 0 || head.epoch === end.epoch || isEpochRaised)
  if (same) return null
  const isCut = head !== null && head.seq > end.seq
  return { log, seq: isCut ? end.seq + 1 : end.seq, reason: isCut ? 'missing-entry' : 'head-differs' }
}

function readChecked(folded: Folded, stored: StoredEntry, key: LogKey | null): Folded | Flaw {
  const flaw = (reason: Flaw['reason']): Flaw => ({ log: stored.log, seq: stored.seq, reason })
  if (stored.content === null) return flaw('content-missing')
  const content = key && attempt(() => openContent(stored, key))
  if (!content) return flaw('content-unreadable')
  const digest = checkContent(stored, content, sha256)
  if (digest) return digest
  const entry = attempt(() => readEntry(stored, content))
  if (!entry) return flaw('content-unreadable')
  return attempt(() => foldChecked(folded, stored, entry)) ?? flaw('fold-differs')
}

/** What was stored may be anything; whatever its reader throws, it is not what it should be. */
function attempt<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}
