import type { HistoryEntry } from '@accord/domain/history/entry'
import type { TextPlace } from '@accord/domain/goal/field'
import type { Plan } from '@accord/domain/plan/plan'
import type { Present } from '@accord/domain/sync/wire'
import type { AttributedText } from '@accord/domain/text/attributed'
import type { Clock } from '../config/clock.js'
import type { EntryRepository, LogPlace } from '../history/entry.repository.js'
import type { HistoryService } from '../history/history.service.js'
import type { KeyStore } from '../history/key-store.js'
import type { StoredEntry } from '../history/sealing.js'
import type { Source } from '../watch/figures.js'
import type { CommitLane } from './commit-lane.js'
import type { LiveLimits } from './limits.js'

/** A room as whoever looks after failures knows it. */
export interface FailedRoom {
  readonly log: LogPlace['log']
  readonly place: LogPlace
  quarantine(): void
}

/** What all rooms share. */
export interface RoomHouse {
  readonly entries: Pick<EntryRepository, 'lastOperation' | 'ofOperation' | 'atSeq'>
  readonly history: Pick<HistoryService, 'pageFrom'>
  readonly keys: Pick<KeyStore, 'open'>
  readonly clock: Clock
  readonly limits: LiveLimits
  readonly lane: Pick<CommitLane, 'wake'>
  open(entry: StoredEntry): HistoryEntry
  /** How a text stood after an entry; null when there was none. */
  textAt(place: LogPlace, seq: number, text: TextPlace): Promise<AttributedText | null>
  /** Keeps a state of the plan at hand, in the background: without it the log is folded from further back. */
  checkpoint(place: LogPlace, plan: Plan): void
  /** Tells other processes of somebody who came to a room, moved or went. (MP8) */
  announce(log: LogPlace['log'], who: Present, gone: boolean): void
  /** An entry was told to the people here; whether it was stored here. */
  told(place: LogPlace, entry: HistoryEntry, source: Source): void
  /** Something went wrong in a room that is nobody's operation: a history that does not hold, or a bug. */
  failed(room: FailedRoom, error: unknown): void
}
