import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { PersonId } from '../ids.js'
import { askedOf, isWithheld, latestAnswers, stands, withheldSince, type ConsentEntry } from './ledger.js'
import { CONSENT_ANSWERS, PURPOSES } from './purpose.js'

const jonah = 'jonah' as PersonId
const texts = { limits: { version: 2 }, 'working-together': { version: 1 }, supervision: { version: 1 } }

function answer(changes: Partial<ConsentEntry> = {}): ConsentEntry {
  return {
    consent: 'c',
    client: jonah,
    purpose: 'supervision',
    recipient: null,
    answer: 'given',
    text: { version: 1, hash: '' },
    scope: 'whole-plan',
    goal: null,
    expiresAt: null,
    signedBy: jonah,
    at: 0,
    ...changes,
  }
}
const entries = fc.array(
  fc.record({
    client: fc.constantFrom(jonah, 'priya' as PersonId),
    purpose: fc.constantFrom(...PURPOSES),
    recipient: fc.constantFrom(null, 'gp'),
    answer: fc.constantFrom(...CONSENT_ANSWERS),
    at: fc.nat(),
  }),
  { maxLength: 30 },
)

describe('the consent ledger', () => {
  it('[CO4] lets the latest answer of each matter count, and no other', () => {
    fc.assert(
      fc.property(entries, (made) => {
        const ledger = made.map((changes) => answer(changes))
        for (const kept of latestAnswers(ledger)) {
          const ofMatter = ledger.filter(
            ({ client, purpose, recipient }) =>
              client === kept.client && purpose === kept.purpose && recipient === kept.recipient,
          )
          expect(kept).toBe(ofMatter.at(-1))
        }
        const matters = new Set(
          ledger.map(({ client, purpose, recipient }) => `${client} ${purpose} ${recipient}`),
        )
        expect(latestAnswers(ledger)).toHaveLength(matters.size)
      }),
    )
  })

  it('[CO4] stands until it runs out, and not after it was taken back', () => {
    expect(stands(answer(), 5)).toBe(true)
    expect(stands(answer({ expiresAt: 6 }), 5)).toBe(true)
    expect(stands(answer({ expiresAt: 5 }), 5)).toBe(false)
    expect(stands(answer({ answer: 'withdrawn' }), 5)).toBe(false)
    expect(stands(answer({ answer: 'refused' }), 5)).toBe(false)
  })

  it('[CO6] [CO7] is withheld by one no of any client, and not by an answer that ran out', () => {
    expect(
      isWithheld([answer(), answer({ client: 'priya' as PersonId, answer: 'refused' })], 'supervision'),
    ).toBe(true)
    expect(isWithheld([answer({ expiresAt: 1 })], 'supervision')).toBe(false)
    expect(isWithheld([answer({ answer: 'withdrawn' })], 'working-together')).toBe(false)
  })

  it('[CO6] [CO7] knows since when one client or another has withheld it without a break', () => {
    const priya = 'priya' as PersonId
    const said = [
      answer({ at: 1, answer: 'refused' }),
      answer({ at: 2 }),
      answer({ at: 3, answer: 'withdrawn' }),
      answer({ at: 4, client: priya, answer: 'refused' }),
      answer({ at: 5 }),
      answer({ at: 6, purpose: 'limits' }),
      answer({ at: 7, client: priya }),
    ]
    const since = said.map((_, index) => withheldSince(said.slice(0, index + 1), 'supervision'))
    expect(since).toEqual([1, null, 3, 3, 3, 3, null])
    expect(withheldSince(said, 'working-together')).toBeNull()
  })

  it('[CO5] asks until the words of now were answered, and never again after a no', () => {
    const asked = (ledger: ConsentEntry[]) => askedOf(latestAnswers(ledger), texts, jonah, 5)
    expect(asked([])).toEqual([
      { purpose: 'limits', why: 'never-answered' },
      { purpose: 'working-together', why: 'never-answered' },
      { purpose: 'supervision', why: 'never-answered' },
    ])
    const first = [answer({ purpose: 'limits' }), answer({ purpose: 'working-together', expiresAt: 4 })]
    expect(asked([...first, answer({ answer: 'refused', text: { version: 0, hash: '' } })])).toEqual([
      { purpose: 'limits', why: 'words-changed' },
      { purpose: 'working-together', why: 'ran-out' },
    ])
  })
})
