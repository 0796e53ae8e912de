import { describe, expect, it } from '@jest/globals'
import { reviewConcerns } from './concerns.js'
import { anAct, anId, MARA, reviewOf, RUTH } from './testing/acts.js'

const asked = [anAct('review.ask', 1, { text: 'Ask him' }), RUTH] as const
const said = [anAct('review.comment', 2, { text: 'Look here' }), RUTH] as const
const replied = [anAct('review.reply', 3, { to: anId(2), text: 'I see' }), MARA] as const
const answered = [anAct('review.answer', 4, { text: 'I will' }), MARA] as const
const of = (review: ReturnType<typeof reviewOf>, reader: typeof RUTH, seenUpTo = 0) =>
  reviewConcerns(review, { ...reader, seenUpTo }).map(({ kind, text }) => [kind, text])

describe('what a review asks of its readers', () => {
  it('[AT12] a change that is asked for waits for the practitioner until it is answered, however often seen', () => {
    expect(of(reviewOf(asked, said), MARA)).toEqual([
      ['review-ask', 'Ask him'],
      ['review-comment', 'Look here'],
    ])
    expect(of(reviewOf(asked, said), MARA, 99)).toEqual([['review-ask', 'Ask him']])
    expect(of(reviewOf(asked, said, replied, answered), MARA, 99)).toEqual([])
  })

  it('[AT12] a supervisor is told of replies and answers as news, and never of their own words', () => {
    const review = reviewOf(asked, said, replied, answered)
    expect(of(review, RUTH)).toEqual([
      ['review-reply', 'I will'],
      ['review-reply', 'I see'],
    ])
    expect(of(review, RUTH, 3)).toEqual([['review-reply', 'I will']])
  })

  it('[AT12] [RV2] a client is told of nothing', () => {
    expect(of(reviewOf(asked, said), { ...RUTH, relation: 'client' } as unknown as typeof RUTH)).toEqual([])
  })
})
