import { Injectable } from '@nestjs/common'
import type { HistoryEntry } from '@accord/domain/history/entry'
import { checkContent, checkLink, isFlaw, type ChainPosition, type Flaw } from '@accord/domain/history/verify'
import { EntryRepository, type LogPlace } from './entry.repository.js'
import { KeyMissing, KeyStore, type LogKey } from './key-store.js'
import { openContent, readEntry, sha256, type StoredEntry } from './sealing.js'

/** A history that does not hold: somebody altered it, or its key is gone. */
export class HistoryBroken extends Error {
  constructor(readonly flaw: Flaw) {
    super(`entry ${flaw.seq} of log ${flaw.log}: ${flaw.reason}`)
    this.name = 'HistoryBroken'
  }
}

/** True for an error that says that a history does not hold, and not that something else went wrong. (Y12) */
export function isUnreadable(error: unknown): boolean {
  return error instanceof HistoryBroken || error instanceof KeyMissing
}

/** Entries read, with where the chain has come to. */
export interface CheckedPage {
  readonly entries: readonly HistoryEntry[]
  /** The place of each entry in the chain. */
  readonly positions: readonly ChainPosition[]
  /** The place of the last one, or where the page began. */
  readonly end: ChainPosition
}

/** Opens and checks what the database has. */
@Injectable()
export class HistoryService {
  constructor(
    readonly repository: EntryRepository,
    readonly keys: KeyStore,
  ) {}

  /**
   * The entries after a position, each checked against the one before it and against what the chain covers.
   * Throws {@link HistoryBroken}. (HI6)
   */
  async pageFrom(place: LogPlace, before: ChainPosition, limit: number): Promise<CheckedPage> {
    const stored = await this.repository.page(place, before.seq, limit)
    const key = stored.length > 0 ? this.keys.open(place.log) : null
    let end = before
    const positions: ChainPosition[] = []
    const entries = stored.map((entry) => {
      const link = checkLink(end, entry, sha256)
      if (isFlaw(link)) throw new HistoryBroken(link)
      end = link
      positions.push(link)
      return openChecked(entry, key)
    })
    return { entries, positions, end }
  }

  /** Opens one entry whose place in the chain need not be checked. */
  open(entry: StoredEntry): HistoryEntry {
    return openChecked(entry, this.keys.open(entry.log))
  }
}

function openChecked(entry: StoredEntry, key: LogKey | null): HistoryEntry {
  const content = key && openOrNull(entry, key)
  if (!content) throw new HistoryBroken(flawOf(entry))
  const flaw = checkContent(entry, content, sha256)
  if (flaw) throw new HistoryBroken(flaw)
  return readEntry(entry, content)
}

function openOrNull(entry: StoredEntry, key: LogKey): ReturnType<typeof openContent> | null {
  try {
    return openContent(entry, key)
  } catch {
    // Whatever the library says of it, the content is not what was sealed for this place.
    return null
  }
}

function flawOf(entry: StoredEntry): Flaw {
  const reason = entry.content === null ? 'content-missing' : 'content-unreadable'
  return { log: entry.log, seq: entry.seq, reason }
}
