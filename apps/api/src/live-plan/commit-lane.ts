import type { StoredEntry } from '../history/sealing.js'
import { isRowRefused, isStorageAway } from '../database/failures.js'
import type { LogId } from '@accord/domain/ids'

/** An alert to be stored with the entry that caused it. */
export interface EntryAlert {
  readonly entry: StoredEntry
  readonly kind: 'large-deletion'
}

/** What one plan has to store. */
export interface LaneBatch {
  readonly entries: readonly StoredEntry[]
  readonly alerts: readonly EntryAlert[]
}

/** How it went. `lost`: the log has moved on. `row-refused`: the database refused an author. */
export type Outcome = 'stored' | 'lost' | 'row-refused' | 'unavailable'

/** A plan's room, as the lane knows it. */
export interface LaneMember {
  readonly log: LogId
  /** What waits to be stored, null when nothing does; the room keeps it apart until {@link settle}. */
  take(most: number): LaneBatch | null
  settle(outcome: Outcome): void
}

/** Stores a batch of any number of logs and says whose entries were stored. */
export type Store = (batch: LaneBatch) => Promise<ReadonlySet<LogId>>

interface Taken {
  readonly member: LaneMember
  readonly batch: LaneBatch
}

/** How many batches a lane stores at most, and how many of them at a time. */
interface LaneBounds {
  /** Entries that one batch holds at most. */
  readonly batch: number
  /** Batches that are on their way at the same time, each of other plans. */
  readonly batches: number
}

/** Plans with something to store for which a batch waits no more. */
const ENOUGH = 64

/**
 * One per process: commits whatever has gathered in all rooms, with no timer. The next batch is what came in
 * while the ones before it were being stored. (LP1)
 */
export class CommitLane {
  private readonly waiting = new Set<LaneMember>()
  private readonly running = new Set<Promise<void>>()
  private begun = 0

  constructor(
    private readonly store: Store,
    private readonly bounds: LaneBounds,
    private readonly failed: (error: unknown) => void,
  ) {}

  wake(member: LaneMember): void {
    this.waiting.add(member)
    if (this.begun < this.bounds.batches) this.begin()
  }

  /** Resolves when nothing waits to be stored. */
  async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running)
  }

  private begin(): void {
    this.begun += 1
    const running = this.run().finally(() => this.running.delete(running))
    this.running.add(running)
  }

  private async run(): Promise<void> {
    try {
      do {
        await this.hearOut()
        await this.commitAll(this.gather())
      } while (this.waiting.size > 0)
    } finally {
      // In the turn in which nothing waited: whoever is woken next begins anew.
      this.begun -= 1
    }
  }

  /**
   * Whatever is at the door already goes along: as long as a turn of the event loop brings more plans, the batch waits for
   * the next one. Storing a batch costs as much as ten more entries in it would. (decision 0014)
   */
  private async hearOut(): Promise<void> {
    let before: number
    do {
      before = this.waiting.size
      await new Promise(setImmediate)
    } while (this.waiting.size > before && this.waiting.size < ENOUGH)
  }

  private gather(): readonly Taken[] {
    const members = [...this.waiting]
    this.waiting.clear()
    let room = this.bounds.batch
    const taken: Taken[] = []
    for (const member of members) {
      const batch = room > 0 ? member.take(room) : null
      if (batch) taken.push({ member, batch })
      else if (room <= 0) this.waiting.add(member)
      room -= batch?.entries.length ?? 0
    }
    return taken
  }

  /** Alerts take a transaction of several statements, for which nobody else's words wait. */
  private async commitAll(taken: readonly Taken[]): Promise<void> {
    const isAlarming = ({ batch }: Taken) => batch.alerts.length > 0
    await Promise.all([
      this.commit(taken.filter((one) => !isAlarming(one))),
      this.commit(taken.filter(isAlarming)),
    ])
  }

  private async commit(taken: readonly Taken[]): Promise<void> {
    if (taken.length === 0) return
    const entries = taken.flatMap(({ batch }) => batch.entries)
    const alerts = taken.flatMap(({ batch }) => batch.alerts)
    let stored: ReadonlySet<LogId>
    try {
      stored = await this.store({ entries, alerts })
    } catch (error) {
      await this.notStored(taken, error)
      return
    }
    for (const { member } of taken) member.settle(stored.has(member.log) ? 'stored' : 'lost')
  }

  /** One bad row aborts everybody's batch: each log is tried by itself. */
  private async notStored(taken: readonly Taken[], error: unknown): Promise<void> {
    if (isStorageAway(error)) {
      for (const { member } of taken) member.settle('unavailable')
      return
    }
    if (taken.length > 1) {
      for (const one of taken) await this.commit([one])
      return
    }
    const rowRefused = isRowRefused(error)
    if (!rowRefused) this.failed(error)
    for (const { member } of taken) member.settle(rowRefused ? 'row-refused' : 'unavailable')
  }
}
