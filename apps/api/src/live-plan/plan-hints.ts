import { Injectable } from '@nestjs/common'
import type { HistoryEntry } from '@accord/domain/history/entry'
import type { LogId } from '@accord/domain/ids'
import type { Present } from '@accord/domain/sync/wire'
import { Subject, type Observable } from 'rxjs'
import { Clock } from '../config/clock.js'
import type { LogPlace } from '../history/entry.repository.js'
import { Neighbours } from '../processes/neighbours.js'
import type { Stir } from '../processes/stir.js'
import { ClockWatch } from '../watch/clock-watch.js'
import { Figures, type Source } from '../watch/figures.js'
import type { LaneBatch } from './commit-lane.js'
import { EntryStore } from './entry-store.js'

/** What other processes, and whoever looks after the house, are told of plans. */
@Injectable()
export class PlanHints {
  private readonly grown = new Subject<Stir>()
  /** Logs in which more was stored here than words: what they ask of people may be otherwise. (PU2) */
  readonly stirring: Observable<Stir> = this.grown.asObservable()

  constructor(
    private readonly entryStore: EntryStore,
    private readonly neighbours: Neighbours,
    private readonly figures: Figures,
    private readonly clock: Clock,
    private readonly clockWatch: ClockWatch,
  ) {}

  /** Stores the lane's batch and, when it is committed, says which logs have grown. (MP1) */
  async store(batch: LaneBatch): Promise<ReadonlySet<LogId>> {
    const began = performance.now()
    try {
      const stored = await this.entryStore.store(batch)
      this.figures.committed(batch.entries.length, performance.now() - began)
      this.tellStored(batch, stored)
      return stored
    } catch (error) {
      this.figures.commitFailed()
      throw error
    }
  }

  announce(log: LogId, who: Present, gone: boolean): void {
    if (gone) this.neighbours.tell({ kind: 'gone', log, connection: who.connection })
    else this.neighbours.tell({ kind: 'here', log, who })
  }

  /** Asks who has a plan open elsewhere. */
  askWhoIsIn(log: LogId): void {
    this.neighbours.tell({ kind: 'asked', log })
  }

  rightsChanged(log: LogId): void {
    this.neighbours.tell({ kind: 'rights', log })
  }

  /** Words alone ask nobody for anything, unless an agreement lapses by them or comes back. (PU2) */
  stirs({ clinic, log }: LogPlace, { payload, record }: HistoryEntry): void {
    if (payload.kind !== 'text' || record.agreement !== undefined)
      this.grown.next({ of: 'attention', clinic, log })
  }

  told({ at }: HistoryEntry, source: Source): void {
    const ms = this.clock.now() - at
    this.figures.told(source, ms)
    if (source === 'own') this.clockWatch.behind(-ms)
  }

  private tellStored({ entries }: LaneBatch, stored: ReadonlySet<LogId>): void {
    if (!this.neighbours.areThere) return
    for (const { log, seq } of entries)
      if (stored.has(log)) this.neighbours.tell({ kind: 'stored', log, seq })
  }
}
