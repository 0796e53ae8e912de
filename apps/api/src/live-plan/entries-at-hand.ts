import type { HistoryEntry } from '@accord/domain/history/entry'

/**
 * A log's latest entries, opened, for whoever joins again after a moment. Kept as they were told: a string is one thing
 * to the memory's keeper, an entry is thirty, and few are ever read again.
 */
export class EntriesAtHand {
  private written: string[]

  /** @param last the log's last entry, of which `entries` are the ones up to it */
  constructor(
    private last: number,
    entries: readonly HistoryEntry[],
    private readonly most: number,
  ) {
    this.written = entries.slice(-most).map((entry) => JSON.stringify(entry))
  }

  /** @param json the entry as it is told */
  add(seq: number, json: string): void {
    this.written.push(json)
    this.last = seq
    // Cut rarely and by much, so that most additions only append.
    if (this.written.length > 2 * this.most) this.written = this.written.slice(-this.most)
  }

  /** All entries after `seq`; null when they reach further back than what is at hand. */
  after(seq: number): readonly HistoryEntry[] | null {
    if (seq >= this.last) return []
    return this.first <= seq + 1 ? this.written.slice(seq + 1 - this.first).map(read) : null
  }

  hashAt(seq: number): string | null {
    const json = this.written[seq - this.first]
    return json === undefined ? null : read(json).hash
  }

  /** The oldest entry's number; the number after the last where there is none. */
  private get first(): number {
    return this.last - this.written.length + 1
  }
}

function read(json: string): HistoryEntry {
  return JSON.parse(json) as HistoryEntry
}
