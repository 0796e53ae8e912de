import { describe, expect, it } from '@jest/globals'
import type { PersonId } from '../ids.js'
import { reviewActSchema, type ReviewAct } from './act.js'
import { refusalOfAct, type RecordFacts, type Reviewer } from './decide.js'
import { anAct, anId, hashOf, MARA, PLAN, reviewOf, RUTH, signature } from './testing/acts.js'
import { EMPTY_REVIEW } from './review.js'

const facts: RecordFacts = {
  plan: PLAN,
  hash: hashOf(2),
  quotes: true,
  opened: true,
  checklist: { version: 3, items: ['In their words', 'Ending begun'] },
}
const commented = reviewOf([anAct('review.comment', 1, {}), RUTH])
const asked = reviewOf([anAct('review.ask', 1, {}), RUTH])
const code = (act: ReviewAct, by: Reviewer, review = commented, about: Partial<RecordFacts> = {}) =>
  refusalOfAct(review, act, by, { ...facts, ...about })?.refused ?? 'allowed'

describe('who may do what in a review', () => {
  it.each([
    ['review.comment', 'allowed', 'allowed'],
    ['review.ask', 'allowed', 'not-yours'],
    ['review.reply', 'allowed', 'allowed'],
    ['review.sign', 'allowed', 'not-yours'],
    ['review.amend', 'allowed', 'not-yours'],
    ['review.resolve', 'allowed', 'not-yours'],
  ] as const)('[RV2] %s: the supervisor %s, the practitioner %s', (kind, supervisor, practitioner) => {
    const act = anAct(kind, 5, {})
    expect([code(act, RUTH), code(act, MARA)]).toEqual([supervisor, practitioner])
  })

  it('[RV2] the practitioner alone answers what was asked of them, and once', () => {
    const answer = anAct('review.answer', 5, {})
    expect([code(answer, RUTH, asked), code(answer, MARA, asked)]).toEqual(['not-yours', 'allowed'])
    expect(code(answer, MARA, commented)).toBe('not-found')
    const answered = reviewOf([anAct('review.ask', 1, {}), RUTH], [answer, MARA])
    expect(code(anAct('review.answer', 6, {}), MARA, answered)).toBe('already-exists')
  })

  it('[RV6] only a supervisor marks a comment as safe for the client, and takes it back', () => {
    const safe = anAct('review.comment', 5, { readers: 'client' })
    expect([code(safe, RUTH), code(safe, MARA)]).toEqual(['allowed', 'not-yours'])
    const own = reviewOf([anAct('review.comment', 1, {}), MARA])
    const widened = anAct('review.amend', 5, { readers: 'client' })
    expect(code(widened, MARA, own)).toBe('not-yours')
    expect(code(widened, RUTH, asked)).toBe('not-yours')
    expect(code(widened, RUTH, commented)).toBe('allowed')
  })

  it('[RV9] nobody amends what another wrote or signed', () => {
    const signed = reviewOf([signature(anId(1), 1, 2), RUTH])
    const other: Reviewer = { person: anId(77) as PersonId, relation: 'supervisor' }
    const amended = anAct('review.amend', 5, {})
    expect([code(amended, RUTH, signed), code(amended, other, signed)]).toEqual(['allowed', 'not-yours'])
    expect(code(anAct('review.amend', 5, { of: anId(55) }), RUTH)).toBe('not-found')
  })

  it('[RV4] an id names one act', () => {
    expect(code(anAct('review.reply', 1, {}), RUTH)).toBe('already-exists')
  })
})

describe('what the record says to an act', () => {
  it('[RV3] a pin holds where the plan’s entry has the hash that was read, and nowhere else', () => {
    const act = anAct('review.comment', 5, {})
    expect(code(act, RUTH, commented, { hash: hashOf(3) })).toBe('record-differs')
    expect(code(act, RUTH, commented, { hash: null })).toBe('record-differs')
    expect(code(act, RUTH, commented, { plan: anId(5) as typeof PLAN })).toBe('not-found')
    expect(code(act, RUTH, commented, { quotes: false })).toBe('record-differs')
  })

  it('[RV5] a signature covers the hash of what was signed, leaves no gap, and goes further than before', () => {
    const sign = (from: number, upTo: number) => signature(anId(5), from, upTo)
    expect(code(sign(1, 2), RUTH)).toBe('allowed')
    expect(code(sign(1, 2), RUTH, commented, { hash: hashOf(9) })).toBe('record-differs')
    expect(code(sign(2, 2), RUTH)).toBe('out-of-order')
    expect(code(sign(1, 2), RUTH, reviewOf([signature(anId(1), 1, 2), RUTH]))).toBe('already-exists')
    const before = reviewOf([signature(anId(1), 1, 1), RUTH])
    expect(code(sign(2, 2), RUTH, before)).toBe('allowed')
    expect(code(sign(3, 2), RUTH, before)).toBe('out-of-order')
  })

  it('[RV7] nobody signs what they have not opened', () => {
    expect(code(signature(anId(5), 1, 2), RUTH, commented, { opened: false })).toBe('not-opened')
  })

  it('[RV12] a checklist is signed in the words that the clinic has now', () => {
    const items = facts.checklist.items.map((text) => ({ text, done: true }))
    const sign = (version: number, answered = items) =>
      anAct('review.sign', 5, { checklist: { version, items: answered } })
    expect(code(sign(3), RUTH)).toBe('allowed')
    expect(code(sign(2), RUTH)).toBe('words-changed')
    expect(code(sign(3, items.slice(1)), RUTH)).toBe('words-changed')
    expect(code(sign(3, [...items].reverse()), RUTH)).toBe('words-changed')
  })

  it('[RV1] words are not empty, not endless, and hold nothing that cannot be seen', () => {
    const parsed = (act: unknown) => reviewActSchema.safeParse(act).success
    expect(parsed(anAct('review.comment', 5, {}))).toBe(true)
    expect(parsed(anAct('review.comment', 5, { text: ' \n ' }))).toBe(false)
    expect(parsed(anAct('review.comment', 5, { text: 'a'.repeat(4_001) }))).toBe(false)
    expect(parsed({ ...anAct('review.comment', 5, {}), more: 1 })).toBe(false)
    expect(parsed({ ...anAct('review.comment', 5, {}), author: RUTH.person })).toBe(false)
    const quoted = { plan: PLAN, seq: 2, hash: hashOf(2), goal: null, passage: 'words' }
    expect(parsed(anAct('review.comment', 5, { pin: quoted }))).toBe(false)
    expect(code(anAct('review.comment', 5, { text: 'a\u202eb' }), RUTH, EMPTY_REVIEW)).toBe('bad-character')
  })
})
