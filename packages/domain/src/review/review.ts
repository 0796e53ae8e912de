import type { Relation } from '../case/relation.js'
import type { LogId, PersonId } from '../ids.js'
import type { ReviewPin, ReviewReaders } from './act.js'
import type { CheckedList } from './checklist.js'

/** What was said before it was amended, and why it was. Nothing in a review is altered. (RV9) */
export interface Amendment {
  readonly at: number
  readonly reason: string
  readonly before: string
}

/** Words that somebody wrote in a review, as they read now. Times in ms. */
export interface ReviewWords {
  readonly id: string
  readonly by: PersonId
  readonly relation: Relation
  readonly at: number
  readonly text: string
  readonly amendments: readonly Amendment[]
}

interface Pinned extends ReviewWords {
  readonly pin: ReviewPin
  readonly replies: readonly ReviewWords[]
  /** Null while it is open; words that follow open it again. (RV8) */
  readonly resolved: { readonly by: PersonId; readonly at: number } | null
}

/** A comment, or a change that is asked for, with all that followed. */
export type ReviewThread =
  | (Pinned & { readonly kind: 'comment'; readonly readers: ReviewReaders })
  | (Pinned & { readonly kind: 'ask'; readonly answer: ReviewWords | null })

/** A supervisor's signature under a stretch of a plan's record. It covers the hash of its last entry. (RV5) */
export interface ReviewSignature {
  readonly id: string
  readonly by: PersonId
  readonly at: number
  readonly plan: LogId
  readonly from: number
  readonly upTo: { readonly seq: number; readonly hash: string }
  readonly checklist: CheckedList | null
  readonly concerns: string | null
  /** What was added to it since, the last one last: `text` beside the amendment's reason. */
  readonly additions: readonly { readonly at: number; readonly reason: string; readonly text: string }[]
}

/** A case's review: the fold of its log. (RV1) */
export interface Review {
  /** Number of the last entry folded in; 0 before the first. */
  readonly seq: number
  /** In the order in which they were begun. */
  readonly threads: readonly ReviewThread[]
  readonly signatures: readonly ReviewSignature[]
  /** Every act's id, and whose it was. */
  readonly acts: ReadonlyMap<string, PersonId>
}

export const EMPTY_REVIEW: Review = { seq: 0, threads: [], signatures: [], acts: new Map() }

export function threadOf(review: Review, id: string): ReviewThread | undefined {
  return review.threads.find((thread) => thread.id === id)
}

/** Everything that was said in a thread, in order. */
export function wordsOf(thread: ReviewThread): readonly ReviewWords[] {
  const answer = thread.kind === 'ask' && thread.answer ? [thread.answer] : []
  return [thread, ...[...answer, ...thread.replies].sort((a, b) => a.at - b.at)]
}
