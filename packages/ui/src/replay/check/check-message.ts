import type { HistoryEntry } from '@accord/domain/history/entry'
import type { Flaw } from '@accord/domain/history/verify'
import type { LogId } from '@accord/domain/ids'
import type { PersonName } from '@accord/domain/sync/wire'

/** Which record is to be checked, under which replay. (HI12) */
export interface CheckOrder {
  readonly plan: LogId
  readonly replay: string
}

/** What a check says while it reads a record, in this order: entries that hold, then how it ended. (RP13) */
export type CheckMessage =
  | {
      readonly kind: 'entries'
      readonly entries: readonly HistoryEntry[]
      /** How many entries the record has, as far as is known now. */
      readonly of: number
    }
  | {
      readonly kind: 'ended'
      /** The first thing that does not hold; null when all of it does. */
      readonly flaw: Flaw | null
      readonly people: readonly PersonName[]
    }
  /** The record could not be fetched; `status` is null when nobody answered. */
  | { readonly kind: 'failed'; readonly status: number | null }
