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

/**
 * One per process: commits whatever has gathered in all rooms, with no timer. The next batch is what came in
 * while the last one was being stored. (LP1)
 */
export class CommitLane {
  private readonly waiting = new Set<LaneMember>()
  private running: Promise<void> | null = null

  constructor(
    private readonly store: Store,
    private readonly most: number,
    private readonly failed: (error: unknown) => void,
  ) {}

  wake(member: LaneMember): void {
    this.waiting.add(member)
    this.running ??= this.run()
  }

  /** Resolves when nothing waits to be stored. */
  async idle(): Promise<void> {
    while (this.running) await this.running
  }

  private async run(): Promise<void> {
    // Whatever arrived in the same turn of the event loop goes along.
    await new Promise(setImmediate)
    while (this.waiting.size > 0) await this.commit(this.gather())
    this.running = null
  }

  private gather(): readonly Taken[] {
    const members = [...this.waiting]
    this.waiting.clear()
    let room = this.most
    const taken: Taken[] = []
    for (const member of members) {
      const batch = room > 0 ? member.take(room) : null
      if (batch) taken.push({ member, batch })
      else if (room <= 0) this.waiting.add(member)
      room -= batch?.entries.length ?? 0
    }
    return taken
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
