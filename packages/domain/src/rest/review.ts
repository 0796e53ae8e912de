/**
 * A case's review, for its supervisors and its live practitioners. (RV1–RV13)
 *
 * - `GET /api/cases/:caseId/review` → {@link ReviewView}
 * - `POST /api/cases/:caseId/review/acts` with one act of a review (`review/act.ts`) → {@link ReviewView}; an act whose
 *   id the log has from the same person is answered as done
 * - `POST /api/reviews/read` {@link ReadBody} → {@link ReadOutcomes}: "read, no concerns" for several cases at once
 * - `GET /api/cases/:caseId/review/report?paper=A4` → the review as a PDF; the access event is written first
 * - `GET /api/cases/:caseId/review/for-client` → {@link ReviewForClient}, for clients and guardians
 * - `GET /api/clinic/review-checklist` → {@link ReviewChecklist}; `PUT` {@link ChecklistBody} → {@link ReviewChecklist}
 *
 * Refused: 404 `not-found` for a case that is not the asker's and for a thread that is not there; 403 `not-yours` for an
 * act that is another's; 409 `record-differs` where the plan's entry there has another hash or other words, `not-opened`
 * for signing what was not opened, `out-of-order` for a stretch that leaves a gap, `already-exists`, `words-changed` when
 * the checklist was edited meanwhile; 503 `plan-unreadable` when the log does not hold.
 */
import { z } from 'zod/mini'
import type { CaseId, LogId } from '../ids.js'
import { checklistItemsSchema, type ReviewChecklist } from '../review/checklist.js'
import type { CommentForClient } from '../review/for-client.js'
import type { ReviewSignature, ReviewThread } from '../review/review.js'
import { hash, id, nth, revision } from '../sync/shapes.js'
import type { PersonName } from '../sync/wire.js'

/** A review as it stands. */
export interface ReviewView {
  readonly caseId: CaseId
  readonly plan: LogId
  /** The last entry of the plan's record when this was read. */
  readonly head: { readonly seq: number; readonly hash: string }
  /** The last entry of the review's own log; null while there is none. */
  readonly reviewed: { readonly seq: number; readonly hash: string } | null
  readonly threads: readonly ReviewThread[]
  readonly signatures: readonly ReviewSignature[]
  /** How far the record is signed; null when nothing is. */
  readonly covered: { readonly seq: number; readonly hash: string } | null
  readonly changesSince: number
  /** What the clinic asks of a review now. */
  readonly checklist: ReviewChecklist
  readonly people: readonly PersonName[]
}

/** Body of `POST /api/reviews/read`: up to where the asker has read each case. */
export const readSchema = z.strictObject({
  cases: z
    .array(z.strictObject({ caseId: id<CaseId>(), seq: nth, hash }))
    .check(z.minLength(1), z.maxLength(100)),
})
export type ReadBody = z.infer<typeof readSchema>

/** What became of each case: signed, or why not. */
export interface ReadOutcomes {
  readonly cases: readonly {
    readonly caseId: CaseId
    readonly outcome: 'signed' | 'not-opened' | 'record-differs' | 'already-signed' | 'not-found' | 'failed'
  }[]
}

export interface ReviewForClient {
  readonly comments: readonly CommentForClient[]
  readonly people: readonly PersonName[]
}

/** Body of `PUT /api/clinic/review-checklist`: the items, and the version that the editor had before them. */
export const checklistSchema = z.strictObject({
  over: revision,
  items: checklistItemsSchema,
})
export type ChecklistBody = z.infer<typeof checklistSchema>

/** Query of the report. */
export const reportSchema = z.strictObject({ paper: z._default(z.enum(['A4', 'Letter']), 'A4') })
export type ReportQuery = z.infer<typeof reportSchema>
