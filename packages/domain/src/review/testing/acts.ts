import type { LogId, PersonId } from '../../ids.js'
import type { ReviewAct, ReviewKind } from '../act.js'
import type { Reviewer } from '../decide.js'
import { foldReviewEntry } from '../fold.js'
import { EMPTY_REVIEW, type Review } from '../review.js'

/** Ready-made acts for the tests of reviews. */

export const anId = (number: number): string =>
  `018f0000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`
export const hashOf = (seq: number): string => seq.toString(16).padStart(64, '0')
export const PLAN = anId(900) as LogId
export const RUTH: Reviewer = { person: anId(901) as PersonId, relation: 'supervisor' }
export const MARA: Reviewer = { person: anId(902) as PersonId, relation: 'practitioner' }

const pin = { plan: PLAN, seq: 2, hash: hashOf(2), goal: null, passage: null }
const id = anId(999)
const SIGNATURE: Extract<ReviewAct, { kind: 'review.sign' }> = {
  kind: 'review.sign',
  id,
  plan: PLAN,
  from: 1,
  upTo: { seq: 2, hash: hashOf(2) },
  checklist: null,
  concerns: null,
}
const PLAIN: Readonly<Record<ReviewKind, ReviewAct>> = {
  'review.comment': { kind: 'review.comment', id, pin, text: 'Look here', readers: 'practitioner' },
  'review.ask': { kind: 'review.ask', id, pin, text: 'Would you' },
  'review.reply': { kind: 'review.reply', id, to: anId(1), text: 'Yes' },
  'review.answer': { kind: 'review.answer', id, to: anId(1), text: 'I will' },
  'review.sign': SIGNATURE,
  'review.amend': { kind: 'review.amend', id, of: anId(1), text: 'Better', readers: null, reason: 'Kinder' },
  'review.resolve': { kind: 'review.resolve', id, thread: anId(1) },
}

/** An act with ordinary fields, but for those that a test is about. */
export function anAct<Kind extends ReviewKind>(
  kind: Kind,
  number: number,
  fields: Partial<Omit<Extract<ReviewAct, { kind: Kind }>, 'kind' | 'id'>>,
): ReviewAct {
  return { ...PLAIN[kind], id: anId(number), ...fields }
}

export function signature(
  id: string,
  from: number,
  upTo: number,
): Extract<ReviewAct, { kind: 'review.sign' }> {
  return { ...SIGNATURE, id, from, upTo: { seq: upTo, hash: hashOf(upTo) } }
}

/** A review after these acts, one a millisecond. */
export function reviewOf(...acts: readonly (readonly [ReviewAct, Reviewer])[]): Review {
  return acts.reduce<Review>((review, [payload, { person, relation }]) => {
    const seq = review.seq + 1
    return foldReviewEntry(review, { seq, at: seq, author: person, relation, payload })
  }, EMPTY_REVIEW)
}
