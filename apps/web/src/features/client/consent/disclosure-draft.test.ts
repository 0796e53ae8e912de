import { describe, expect, it } from '@jest/globals'
import { LONGEST_WAIT } from '@accord/domain/consent/disclosure'
import { dayOf, disclosureOf, type DisclosureDraft } from './disclosure-draft.js'

const NOW = new Date('2026-11-22T10:00:00')
const draft: DisclosureDraft = {
  authority: 'court',
  consent: '',
  recipient: ' County court ',
  address: ' 1 Court Lane,\nLeeds ',
  what: 'Dates',
  why: 'An order',
  day: dayOf(NOW),
  isHeld: false,
}
const made = (changes: Partial<DisclosureDraft>) => disclosureOf({ ...draft, ...changes }, [], NOW.getTime())

describe('what was told', () => {
  it('[CO9] is never told ahead of now, nor without who, what and why', () => {
    expect(made({})).toMatchObject({
      recipient: 'County court',
      address: '1 Court Lane, Leeds',
      heldUntil: null,
      consent: null,
    })
    expect(made({})?.toldAt).toBeLessThan(NOW.getTime())
    for (const missing of [
      { what: ' ' },
      { why: '' },
      { recipient: '' },
      { day: '' },
      { day: '2026-11-23' },
    ]) {
      expect(made(missing)).toBeNull()
    }
  })

  it('[CO9] rests on a consent only where one stands, and is kept back for no longer than may be', () => {
    expect(made({ authority: 'consent', consent: 'unknown' })).toBeNull()
    const until = made({ isHeld: true })?.heldUntil ?? 0
    expect(until - NOW.getTime()).toBeLessThan(LONGEST_WAIT)
    expect(until - NOW.getTime()).toBeGreaterThan(LONGEST_WAIT - 120_000)
  })
})
