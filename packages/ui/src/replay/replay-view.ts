import type { Flaw } from '@accord/domain/history/verify'
import type { Film } from '@accord/domain/replay/film'
import type { RecordAt } from '@accord/domain/rest/record'
import type { PersonName } from '@accord/domain/sync/wire'

/** What the browser itself found. Times in ms. (RP14) */
export type CheckState =
  | { readonly kind: 'running'; readonly checked: number; readonly of: number }
  | { readonly kind: 'holds'; readonly count: number; readonly at: number }
  | { readonly kind: 'broken'; readonly flaw: Flaw; readonly count: number; readonly at: number }
  | { readonly kind: 'failed'; readonly checked: number; readonly of: number }

/** A replay as a page shows it. */
export type ReplayView =
  | { readonly phase: 'opening' }
  | { readonly phase: 'failed'; readonly error: Error }
  | {
      readonly phase: 'open'
      /** The last moment, from the server's nearest checkpoint; null where it could not be folded. (HI13) */
      readonly last: RecordAt | null
      /** The film once its record is here; null while it comes. */
      readonly film: Film | null
      readonly check: CheckState
      readonly people: readonly PersonName[]
    }
