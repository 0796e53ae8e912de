import { describe, expect, it } from '@jest/globals'
import { leftOutUrgent, newlyUrgent } from './asked.js'
import { PHQ_9 } from './built-in.js'
import { reliableChange } from './reliable-change.js'
import { changeThresholdOf, DEFAULT_MEASURE_THRESHOLDS, escalationAfter } from './thresholds.js'

describe('answers that somebody has to see', () => {
  it('[SA1] item 9 is urgent from the first answer that is not "not at all", whatever else was said', () => {
    expect(newlyUrgent(PHQ_9, { '9': 0 }, [])).toEqual([])
    expect(newlyUrgent(PHQ_9, { '9': 1 }, [])).toEqual([{ item: '9', value: 1 }])
  })

  it('[SA1] it is told once, again when it is higher, and not when it is taken back', () => {
    expect(newlyUrgent(PHQ_9, { '9': 1 }, [{ '9': 1 }])).toEqual([])
    expect(newlyUrgent(PHQ_9, { '9': 2 }, [{ '9': 1 }, { '9': 0 }])).toEqual([{ item: '9', value: 2 }])
    expect(newlyUrgent(PHQ_9, { '9': 0 }, [{ '9': 3 }])).toEqual([])
  })

  it('[SA2] left out is not a zero', () => {
    expect(leftOutUrgent(PHQ_9, { '1': 3 })).toEqual(['9'])
    expect(leftOutUrgent(PHQ_9, { '9': null })).toEqual(['9'])
    expect(leftOutUrgent(PHQ_9, { '9': 0 })).toEqual([])
  })

  // NHS England's table (PHQ-9 6, GAD-7 4): 16 → 9 is reliable, 9 → 14 is not.
  it.each([
    ['phq-9', '1999', 16, 9, 'improved'],
    ['phq-9', '1999', 9, 14, 'too-small'],
    ['phq-9', '1999', 9, 15, 'worsened'],
    ['gad-7', '2006', 12, 8, 'improved'],
    ['gad-7', '2006', 12, 9, 'too-small'],
  ] as const)('[ME2] %s %s from %i to %i is %s', (id, edition, before, after, expected) => {
    const row = changeThresholdOf(DEFAULT_MEASURE_THRESHOLDS, { id, edition })
    if (!row) throw new Error('no such row')
    expect(reliableChange(before, after, { minimum: row.value, direction: row.direction })).toBe(expected)
  })

  it('[SA4] an alert goes on after an hour unless the clinic says otherwise', () => {
    expect(escalationAfter(DEFAULT_MEASURE_THRESHOLDS)).toBe(3_600_000)
    const own = DEFAULT_MEASURE_THRESHOLDS.map((row) =>
      row.use === 'escalate-after' ? { ...row, value: 15 } : row,
    )
    expect(escalationAfter(own)).toBe(900_000)
  })
})
