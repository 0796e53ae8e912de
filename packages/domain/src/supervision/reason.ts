import type { AnswerKind } from '../agreement/answer.js'
import type { GoalId, PersonId, StepId } from '../ids.js'

/** When a case is for its supervisor; `fine` means as far as a queue can tell. */
export type QueueBand = 'today' | 'this-week' | 'fine'

/** Which record a reason is about: the plan, or what client and practitioner keep from a guardian. (SQ19) */
export type ReasonPlace = 'plan' | 'confidential'

interface InRecord {
  readonly in: ReasonPlace
}

interface AtGoal extends InRecord {
  readonly goal: GoalId
  readonly goalName: string
  readonly step: StepId | null
}

/** Why a case stands where it stands, as data; sentences come from the catalogue. `at` is since when, in ms. (SQ1) */
export type QueueReason =
  | (InRecord & { readonly kind: 'history-broken'; readonly at: number })
  /** More than half of a plan went within a minute, and its supervisor has not read it since. */
  | (InRecord & { readonly kind: 'large-deletion'; readonly at: number; readonly by: PersonId | null })
  /** Agreed words changed and the seal is open. */
  | (AtGoal & { readonly kind: 'lapsed'; readonly at: number; readonly by: PersonId | null })
  /** Somebody answered something other than yes to the words as they are. */
  | (AtGoal & {
      readonly kind: 'open-answer'
      readonly at: number
      readonly by: PersonId
      readonly answer: Exclude<AnswerKind, 'agree'>
    })
  /** A change that a supervisor asked for waits for its answer; the goal's name is empty where it is about none. (SQ18) */
  | { readonly kind: 'ask-open'; readonly at: number; readonly by: PersonId; readonly goalName: string }
  /** The supervisor read up to this change, and what they read is not signed. `at` is when they first had it before them. (SQ17) */
  | { readonly kind: 'unsigned'; readonly at: number; readonly upTo: number }
  /** This supervisor has not read the case yet; `at` is when it began, or when they began to supervise it. */
  | { readonly kind: 'never-read'; readonly at: number }
  /** `at` is when they last read it. */
  | { readonly kind: 'unread-for-long'; readonly at: number }

/**
 * What weighs more stands first within a band. (SQ5) `safety` is the place of safety words and of item 9, `check-in`
 * of a rating outside the client's own range: nothing has those weights until clients are asked. `unsigned` is the
 * weight of what a review waits for: a signature, or an answer.
 */
export const WEIGHTS = ['record', 'safety', 'check-in', 'agreement', 'unsigned', 'time'] as const
export type Weight = (typeof WEIGHTS)[number]

const WEIGHT_OF: Readonly<Record<QueueReason['kind'], Weight>> = {
  'history-broken': 'record',
  'large-deletion': 'record',
  lapsed: 'agreement',
  'open-answer': 'agreement',
  'ask-open': 'unsigned',
  unsigned: 'unsigned',
  'never-read': 'time',
  'unread-for-long': 'time',
}

/** 0 is the heaviest. */
export function weightOf({ kind }: Pick<QueueReason, 'kind'>): number {
  return WEIGHTS.indexOf(WEIGHT_OF[kind])
}

/** The heaviest first, of equals the one that has stood the longest. */
export function byWeight(a: QueueReason, b: QueueReason): number {
  return weightOf(a) - weightOf(b) || a.at - b.at
}
