import { describe, expect, it } from '@jest/globals'
import { refusalOfDeath } from './death.js'

const known = { version: 0, bornOn: '1980-02-29', today: '2026-11-22' }
const noted = { over: 0, day: '2026-11-20', reason: null }

describe('the day of a death', () => {
  it('[CL23] is one that was, and not before the birth', () => {
    const on = (day: string) => refusalOfDeath({ ...noted, day }, known)?.refused ?? null
    expect([on('2026-11-22'), on('1980-02-29'), on('2026-11-23'), on('1980-02-28')]).toEqual([
      ...[null, null, 'malformed', 'malformed'],
    ])
  })

  it('[CL23] is corrected or taken back with a reason, over what was read', () => {
    const later = { ...known, version: 1 }
    const why = 'Another client of that name.'
    expect(refusalOfDeath(noted, later)?.refused).toBe('words-changed')
    expect(refusalOfDeath({ ...noted, over: 1 }, later)?.refused).toBe('malformed')
    expect(refusalOfDeath({ over: 1, day: null, reason: why }, later)).toBeNull()
    expect(refusalOfDeath({ over: 0, day: null, reason: why }, known)?.refused).toBe('malformed')
  })
})
