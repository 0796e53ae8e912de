import { equalBytes } from '@accord/domain/history/bytes'
import type { ChainPosition } from '@accord/domain/history/verify'
import type { LogId } from '@accord/domain/ids'
import type { EntryRepository, LogHead, LogPlace, LogStanding } from './entry.repository.js'
import { HistoryBroken } from './history.service.js'
import type { KeyStore } from './key-store.js'

/** What entries folded to, and where in its log's chain that is. */
export interface StateAt<Folded> {
  readonly folded: Folded
  readonly position: ChainPosition
}

interface Kept<Folded> extends StateAt<Folded> {
  /** The entry from which on it was folded of entries, each checked as it was read. */
  readonly from: number
  /** How PostgreSQL had those entries then. */
  readonly mark: string
  readonly weight: number
}

/** What a log's state is made of. */
export interface Folding<Folded> {
  /** Where to begin when nothing is kept: at the nearest checkpoint, or at the first entry. */
  readonly start: (place: LogPlace) => Promise<StateAt<Folded>>
  /** Folds what follows, checking each entry; throws {@link HistoryBroken}. */
  readonly goOn: (place: LogPlace, from: StateAt<Folded>) => Promise<StateAt<Folded>>
  /** About how many bytes a state takes. */
  readonly weigh: (folded: Folded) => number
  /** How many entries may lie between where a state was begun and where it is; beyond, it is begun anew. */
  readonly longest: number
}

/**
 * The present states of logs, those folded last kept as they were. Before a kept one is used the log is asked: where its
 * head is, and whether PostgreSQL still has the very entries that were checked. So a state is never older than the
 * question, whichever process wrote, and an altered entry is found as it would be by reading it again. (HI20)
 */
export class KeptStates<Folded> {
  private readonly kept = new Map<LogId, Kept<Folded>>()
  private weight = 0

  constructor(
    private readonly entries: EntryRepository,
    private readonly keys: KeyStore,
    private readonly folding: Folding<Folded>,
    /** What all of them may take together, in bytes; the one unused for longest goes first. */
    private readonly most: number,
  ) {}

  /** The state at the log's head; its head too, which is null when there is none to be seen. */
  async present(place: LogPlace): Promise<StateAt<Folded> & { readonly head: LogHead | null }> {
    const known = this.kept.get(place.log)
    const after = known ? { after: known.from, upTo: known.position.seq } : null
    const standing = after && (await this.entries.standing(place, after))
    const present = known && standing && (await this.brought(place, known, standing))
    return present ? { ...present, head: standing.head } : this.begun(place)
  }

  /** A kept state brought to the head; null when the log has to be read again. */
  private async brought(
    place: LogPlace,
    known: Kept<Folded>,
    { head, stretch, rest }: LogStanding,
  ): Promise<StateAt<Folded> | null> {
    // A key that is gone opens nothing, nor gives back what it once opened. (BR8)
    this.keys.open(place.log)
    const { seq, hash } = known.position
    if (stretch !== known.mark || head.seq < seq || head.seq - known.from > this.folding.longest) return null
    if (head.seq === seq) {
      if (!equalBytes(head.hash, hash)) return null
      this.touch(place.log, known)
      return known
    }
    try {
      const state = await this.folding.goOn(place, known)
      this.keep(state, { from: known.from, mark: rest, upTo: head.seq })
      return state
    } catch (error) {
      // What is stored does not go on from here: reading it from its beginning says what is wrong, if anything is.
      if (error instanceof HistoryBroken) return null
      throw error
    }
  }

  private async begun(place: LogPlace): Promise<StateAt<Folded> & { readonly head: LogHead | null }> {
    const start = await this.folding.start(place)
    const from = start.position.seq
    // Asked before the entries are: whatever is altered after this shows in the mark when it is asked again.
    const standing = await this.entries.standing(place, { after: from, upTo: from })
    const state = await this.folding.goOn(place, start)
    if (standing) this.keep(state, { from, mark: standing.rest, upTo: standing.head.seq })
    return { ...state, head: standing?.head ?? null }
  }

  private keep(
    { folded, position }: StateAt<Folded>,
    { from, mark, upTo }: { from: number; mark: string; upTo: number },
  ): void {
    const { log } = position
    this.forget(log)
    // Somebody wrote meanwhile: of their entry the mark says nothing.
    if (position.seq !== upTo) return
    const weight = this.folding.weigh(folded)
    this.kept.set(log, { folded, position, from, mark, weight })
    this.weight += weight
    for (const [oldest] of this.kept) {
      if (this.weight <= this.most) return
      this.forget(oldest)
    }
  }

  private touch(log: LogId, known: Kept<Folded>): void {
    if (this.kept.delete(log)) this.kept.set(log, known)
  }

  private forget(log: LogId): void {
    this.weight -= this.kept.get(log)?.weight ?? 0
    this.kept.delete(log)
  }
}
