import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { PersonId } from '../ids.js'
import { isRefusal } from '../refusal.js'
import { changesSinceSigned, coveredUpTo, needsSignatureAgain } from './coverage.js'
import { refusalInReview, type Reviewer } from './decide.js'
import { foldReviewEntry } from './fold.js'
import { commentsForClient } from './for-client.js'
import { anAct, anId, MARA, PLAN, RUTH, hashOf, reviewOf, signature } from './testing/acts.js'
import { EMPTY_REVIEW, threadOf, wordsOf, type Review } from './review.js'
import type { ReviewAct } from './act.js'

/** Everything that was ever written and still can be read in a review. */
function readable({ threads, signatures }: Review): readonly string[] {
  return [
    ...threads
      .flatMap(wordsOf)
      .flatMap(({ text, amendments }) => [text, ...amendments.map(({ before }) => before)]),
    ...signatures.flatMap(({ concerns, additions }) => [
      concerns ?? '',
      ...additions.map(({ text }) => text),
    ]),
  ]
}

function writtenIn(act: ReviewAct): readonly string[] {
  if (act.kind === 'review.resolve') return []
  return act.kind === 'review.sign' ? [act.concerns ?? ''] : [act.text]
}

const ids = [1, 2, 3, 4].map(anId)
const anyId = fc.constantFrom(...ids)
const anyText = fc
  .string({ minLength: 1, maxLength: 8, unit: 'grapheme-ascii' })
  .filter((text) => /\S/.test(text))
const anyAct = (own: string): fc.Arbitrary<ReviewAct> => {
  const id = fc.constant(own)
  const seq = fc.integer({ min: 1, max: 9 })
  const readers = fc.constantFrom('practitioner' as const, 'client' as const)
  const pin = seq.map((at) => ({ plan: PLAN, seq: at, hash: hashOf(at), goal: null, passage: null }))
  return fc.oneof(
    fc.record({ kind: fc.constant('review.comment' as const), id, pin, text: anyText, readers }),
    fc.record({ kind: fc.constant('review.ask' as const), id, pin, text: anyText }),
    fc.record({ kind: fc.constant('review.reply' as const), id, to: anyId, text: anyText }),
    fc.record({ kind: fc.constant('review.answer' as const), id, to: anyId, text: anyText }),
    fc.record({ kind: fc.constant('review.resolve' as const), id, thread: anyId }),
    fc.record({
      kind: fc.constant('review.amend' as const),
      id,
      of: anyId,
      text: anyText,
      readers: fc.option(readers),
      reason: anyText,
    }),
    fc
      .tuple(seq, seq)
      .map(([from, upTo]) => ({ ...signature(own, from, upTo), concerns: from === 1 ? 'a concern' : null })),
  )
}
const anyReviewer: fc.Arbitrary<Reviewer> = fc.constantFrom(RUTH, MARA, {
  person: anId(90) as PersonId,
  relation: 'supervisor',
})

const anyHistory = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 40 }).map(anId), anyReviewer), { maxLength: 25 })
  .chain((acts) => fc.tuple(...acts.map(([id, by]) => fc.tuple(anyAct(id), fc.constant(by)))))

describe('a review as the fold of its log', () => {
  it('[RV1] folds every act that is allowed, and none that is refused', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        let review = EMPTY_REVIEW
        for (const [payload, { person, relation }] of history) {
          const entry = { seq: review.seq + 1, at: review.seq, author: person, relation, payload }
          if (isRefusal(refusalInReview(review, payload, { person, relation })))
            expect(() => foldReviewEntry(review, entry)).toThrow(RangeError)
          else review = foldReviewEntry(review, entry)
        }
      }),
    )
  })

  it('[RV9] loses no word that was ever written, whatever is amended', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const done: ReviewAct[] = []
        let review = EMPTY_REVIEW
        for (const [payload, { person, relation }] of history) {
          if (refusalInReview(review, payload, { person, relation })) continue
          review = foldReviewEntry(review, { seq: review.seq + 1, at: 0, author: person, relation, payload })
          done.push(payload)
        }
        const still = readable(review)
        for (const words of done.flatMap(writtenIn)) expect(still).toContain(words)
      }),
    )
  })

  it('[RV5] is signed without a gap, and never less far than before', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        let review = EMPTY_REVIEW
        let furthest = 0
        for (const [payload, { person, relation }] of history) {
          if (refusalInReview(review, payload, { person, relation })) continue
          review = foldReviewEntry(review, { seq: review.seq + 1, at: 0, author: person, relation, payload })
          if (payload.kind === 'review.sign') expect(payload.from).toBeLessThanOrEqual(furthest + 1)
          const seq = coveredUpTo(review)?.seq ?? 0
          expect(seq).toBeGreaterThanOrEqual(furthest)
          furthest = seq
        }
      }),
    )
  })

  it('[RV6] shows a client what a supervisor marked safe, as it reads now, and nothing else', () => {
    const review = reviewOf(
      [anAct('review.comment', 1, { readers: 'client', text: 'You found your own words' }), RUTH],
      [anAct('review.comment', 2, { text: 'Between us' }), RUTH],
      [anAct('review.reply', 3, { to: anId(1), text: 'I saw that too' }), MARA],
      [anAct('review.ask', 4, { text: 'Say less' }), RUTH],
    )
    expect(commentsForClient(review)).toMatchObject([{ id: anId(1), text: 'You found your own words' }])
    const taken = reviewOf(
      [anAct('review.comment', 1, { readers: 'client' }), RUTH],
      [anAct('review.amend', 2, { of: anId(1), readers: 'practitioner' }), RUTH],
    )
    expect(commentsForClient(taken)).toEqual([])
  })

  it('[RV8] opens a thread again when somebody writes in it', () => {
    const closed = reviewOf(
      [anAct('review.comment', 1, {}), RUTH],
      [anAct('review.resolve', 2, { thread: anId(1) }), RUTH],
    )
    expect(threadOf(closed, anId(1))?.resolved?.by).toBe(RUTH.person)
    const entry = { seq: 3, at: 3, author: MARA.person, relation: MARA.relation }
    const again = foldReviewEntry(closed, { ...entry, payload: anAct('review.reply', 3, { to: anId(1) }) })
    expect(threadOf(again, anId(1))?.resolved).toBeNull()
  })

  it('[RV5] asks for a signature again as soon as the record goes on', () => {
    const review = reviewOf([signature(anId(1), 1, 5), RUTH])
    expect(coveredUpTo(review)).toEqual({ seq: 5, hash: hashOf(5) })
    expect(needsSignatureAgain(review, { seq: 5, hash: hashOf(5) })).toBe(false)
    expect(needsSignatureAgain(review, { seq: 5, hash: hashOf(6) })).toBe(true)
    expect(needsSignatureAgain(review, { seq: 7, hash: hashOf(7) })).toBe(true)
    expect(changesSinceSigned(review, { seq: 7, hash: hashOf(7) })).toBe(2)
    expect(needsSignatureAgain(EMPTY_REVIEW, { seq: 1, hash: hashOf(1) })).toBe(true)
  })
})
