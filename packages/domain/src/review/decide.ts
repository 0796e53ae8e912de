import type { LogId, PersonId } from '../ids.js'
import { wordsRefusal } from '../plan/words.js'
import { refuse, type Refusal } from '../refusal.js'
import { placeOfAct, type ReviewAct } from './act.js'
import { isAnswerTo, type ReviewChecklist } from './checklist.js'
import { coveredUpTo } from './coverage.js'
import { threadOf, wordsOf, type Review, type ReviewWords } from './review.js'

/** Who writes in a review, and as what: nobody else does. (RV2) */
export interface Reviewer {
  readonly person: PersonId
  readonly relation: 'supervisor' | 'practitioner'
}

/** What of the plan's own record an act is compared with. */
export interface RecordFacts {
  readonly plan: LogId
  /** Hash of the plan's entry at the act's place; null when it has none there. */
  readonly hash: string | null
  /** The pinned goal was there at that moment, and the passage was among its words. */
  readonly quotes: boolean
  /** The reviewer opened the plan when that entry was in it. (RV7) */
  readonly opened: boolean
  readonly checklist: ReviewChecklist
}

const LONGEST = 4_000

/** Whether an act may be added to a review: by who asks it, by what is there, by the record it is about. (RV2–RV9) */
export function refusalOfAct(
  review: Review,
  act: ReviewAct,
  by: Reviewer,
  facts: RecordFacts,
): Refusal | null {
  return refusalInReview(review, act, by) ?? refusalByRecord(act, facts)
}

/** What the log itself decides; the fold asks the same, so that a log which breaks a rule does not fold. */
export function refusalInReview(review: Review, act: ReviewAct, by: Reviewer): Refusal | null {
  if (review.acts.has(act.id)) return refuse('already-exists')
  const unfit = wordsOfAct(act).map((words) => wordsRefusal(words, LONGEST))
  return unfit.find((no) => no !== null) ?? refusalOfKind(review, act, by)
}

function refusalOfKind(review: Review, act: ReviewAct, by: Reviewer): Refusal | null {
  switch (act.kind) {
    case 'review.comment':
      return act.readers === 'client' && by.relation !== 'supervisor' ? refuse('not-yours') : null
    case 'review.ask':
      return by.relation === 'supervisor' ? null : refuse('not-yours')
    case 'review.reply':
      return threadOf(review, act.to) ? null : refuse('not-found')
    case 'review.answer': {
      if (by.relation !== 'practitioner') return refuse('not-yours')
      const asked = threadOf(review, act.to)
      if (asked?.kind !== 'ask') return refuse('not-found')
      return asked.answer === null ? null : refuse('already-exists')
    }
    case 'review.sign':
      return by.relation === 'supervisor' ? refusalOfStretch(review, act, by) : refuse('not-yours')
    case 'review.amend':
      return refusalOfAmendment(review, act, by)
    case 'review.resolve': {
      const thread = threadOf(review, act.thread)
      if (!thread) return refuse('not-found')
      if (thread.by !== by.person && by.relation !== 'supervisor') return refuse('not-yours')
      return thread.resolved === null ? null : refuse('already-exists')
    }
  }
}

/** A stretch begins at latest where the signed ones end, and reaches further than its signer's own. (RV5) */
function refusalOfStretch(
  review: Review,
  { from, upTo }: Extract<ReviewAct, { kind: 'review.sign' }>,
  { person }: Reviewer,
): Refusal | null {
  if (from > upTo.seq || from > (coveredUpTo(review)?.seq ?? 0) + 1) return refuse('out-of-order')
  const own = review.signatures.filter(({ by }) => by === person)
  return own.some((signed) => signed.upTo.seq >= upTo.seq) ? refuse('already-exists') : null
}

/** Only one's own is amended; who reads it can change for a supervisor's comment alone. (RV6, RV9) */
function refusalOfAmendment(
  review: Review,
  { of, readers }: Extract<ReviewAct, { kind: 'review.amend' }>,
  by: Reviewer,
): Refusal | null {
  const signature = review.signatures.find(({ id }) => id === of)
  const amended = signature ?? saidAs(review, of)
  if (!amended) return refuse('not-found')
  if (amended.by !== by.person) return refuse('not-yours')
  if (readers === null) return null
  const isComment = threadOf(review, of)?.kind === 'comment'
  return isComment && by.relation === 'supervisor' ? null : refuse('not-yours')
}

/** A hash that differs means that the reviewer read something else than is there. (RV3, RV5) */
function refusalByRecord(act: ReviewAct, facts: RecordFacts): Refusal | null {
  const place = placeOfAct(act)
  if (!place) return null
  if (place.plan !== facts.plan) return refuse('not-found')
  if (place.hash !== facts.hash) return refuse('record-differs')
  if (!facts.quotes) return refuse('record-differs', 'the passage is not there')
  if (act.kind !== 'review.sign') return null
  if (!facts.opened) return refuse('not-opened')
  const isStale = act.checklist !== null && !isAnswerTo(act.checklist, facts.checklist)
  return isStale ? refuse('words-changed') : null
}

function saidAs(review: Review, id: string): ReviewWords | undefined {
  return review.threads.flatMap(wordsOf).find((words) => words.id === id)
}

function wordsOfAct(act: ReviewAct): readonly string[] {
  switch (act.kind) {
    case 'review.comment':
    case 'review.ask':
      return [act.text, act.pin.passage ?? '']
    case 'review.reply':
    case 'review.answer':
      return [act.text]
    case 'review.amend':
      return [act.text, act.reason]
    case 'review.sign':
      return [act.concerns ?? '']
    case 'review.resolve':
      return []
  }
}
