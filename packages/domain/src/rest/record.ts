/**
 * A plan's record as it is stored and opened, for whoever checks and replays it themselves. (HI11–HI13)
 *
 * - `POST /api/plans/:plan/replays` {@link ReplayBody} → 201 {@link ReplayBegun}: writes the access event first
 * - `GET /api/plans/:plan/record?replay=ID&after=SEQ` → {@link RecordPage}
 * - `GET /api/plans/:plan/record/at?replay=ID&seq=SEQ` → {@link RecordAt}; without `seq` the last entry
 * - `POST /api/plans/:plan/replays/:replay/left` → 204
 *
 * Refused: 404 `not-found` for a plan or a replay that is not the asker's, or is older than 12 hours; 409
 * `plan-unreadable` when the state at an entry cannot be folded. A record that does not hold is still answered: it is
 * the reader who finds where.
 */
import { z } from 'zod/mini'
import type { EntryHeader } from '../history/entry.js'
import type { ClinicId, GoalId, LogId } from '../ids.js'
import type { Plan } from '../plan/plan.js'
import { id } from '../sync/shapes.js'
import type { PersonName } from '../sync/wire.js'

/** Body of `POST /api/plans/:plan/replays`: the goal that is replayed, or null for the whole plan. */
export const replaySchema = z.strictObject({ goal: z.nullable(id<GoalId>()) })
export type ReplayBody = z.infer<typeof replaySchema>

export interface ReplayBegun {
  /** Names this replay in its requests. */
  readonly replay: string
}

/** What was encrypted in an entry: the salt in base64, payload and record as the exact text that was hashed. */
export interface RecordContent {
  readonly salt: string
  readonly payload: string
  readonly record: string
}

type Columns = Omit<EntryHeader, 'clinic' | 'log' | 'prevHash' | 'digest'>

/** An entry with every column that its hash covers; hashes in hexadecimal. */
export interface RecordEntry extends Columns {
  readonly hash: string
  /** Only where the stored one is not the hash of the entry before. */
  readonly prevHash?: string
  /** Only where the stored one is not the digest of the content. */
  readonly digest?: string
  /** Null where it was erased, or cannot be opened. */
  readonly content: RecordContent | null
}

export interface RecordPage {
  readonly clinic: ClinicId
  readonly plan: LogId
  /** The last entry of the log when the page was read. */
  readonly head: { readonly seq: number; readonly hash: string }
  readonly entries: readonly RecordEntry[]
  /** Ask again with `after` at this seq; null when the page reaches the head. (HI9) */
  readonly nextFrom: number | null
  readonly people: readonly PersonName[]
}

/** The plan as it stood after an entry, folded by the server from the nearest checkpoint. */
export interface RecordAt {
  readonly plan: Plan
  /** When the entry was stored, in ms; 0 before the first. */
  readonly at: number
  readonly head: { readonly seq: number; readonly hash: string }
  readonly people: readonly PersonName[]
}
