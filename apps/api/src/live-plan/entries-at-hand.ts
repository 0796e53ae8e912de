import type { HistoryEntry } from '@accord/domain/history/entry'

/** A log's latest entries, opened, for whoever joins again after a moment. */
export class EntriesAtHand {
  private entries: HistoryEntry[]

  /** @param last the log's last entry, of which `entries` are the ones up to it */
  constructor(
    private last: number,
    entries: readonly HistoryEntry[],
    private readonly most: number,
  ) {
    this.entries = entries.slice(-most)
  }

  add(entry: HistoryEntry): void {
    this.entries.push(entry)
    this.last = entry.seq
    // Cut rarely and by much, so that most additions only append.
    if (this.entries.length > 2 * this.most) this.entries = this.entries.slice(-this.most)
  }

  /** All entries after `seq`; null when they reach further back than what is at hand. */
  after(seq: number): readonly HistoryEntry[] | null {
    if (seq >= this.last) return []
    const first = this.entries[0]
    return first && first.seq <= seq + 1 ? this.entries.slice(seq + 1 - first.seq) : null
  }

  hashAt(seq: number): string | null {
    const first = this.entries[0]
    return (first && this.entries[seq - first.seq]?.hash) ?? null
  }
}
