import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { clockOf, dueAt, isWaiting, mayExtend, REQUEST_STATES } from './request.js'

const at = (text: string) => Date.parse(text)
const day = (time: number) => new Date(time).toISOString().slice(0, 10)

describe('the clock of a request', () => {
  it('[DR12] ends a calendar month after it came in, at the same time of day', () => {
    expect(dueAt(at('2026-11-22T15:27:45.123Z'))).toBe(at('2026-12-22T15:27:45.123Z'))
    expect(dueAt(at('2026-12-31T08:00:00Z'))).toBe(at('2027-01-31T08:00:00Z'))
  })

  it.each([
    ['2027-01-31', '2027-02-28'],
    ['2028-01-30', '2028-02-29'],
    ['2026-03-31', '2026-04-30'],
  ])('[DR12] ends on the last day of a month that has no such day: %s → %s', (received, due) => {
    expect(day(dueAt(at(received)))).toBe(due)
  })

  it('[DR12] ends three months after it came in where it takes longer, counted from the same day', () => {
    expect(day(dueAt(at('2026-11-30'), true))).toBe('2027-02-28')
    expect(day(dueAt(at('2027-01-31'), true))).toBe('2027-04-30')
  })

  it('[DR12] is never longer than a month has days, nor shorter than the shortest month', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01') }), (received) => {
        fc.pre(!Number.isNaN(received.getTime()))
        const days = (dueAt(received.getTime()) - received.getTime()) / 86_400_000
        expect(days).toBeGreaterThanOrEqual(28)
        expect(days).toBeLessThanOrEqual(31)
      }),
    )
  })

  it('[DR12] is made longer once, and only within the first month', () => {
    const received = at('2026-11-22T12:00:00Z')
    expect(mayExtend('received', received, dueAt(received))).toBe(true)
    expect(mayExtend('received', received, dueAt(received) + 1)).toBe(false)
    for (const state of REQUEST_STATES.filter((one) => one !== 'received'))
      expect(mayExtend(state, received, received)).toBe(false)
  })

  it('[DR14] says how many days are left by the reader’s calendar, and from when that is soon or over', () => {
    const due = at('2026-12-22T12:00:00Z')
    const london = (time: number) => Math.floor(time / 86_400_000)
    const clock = (now: number) => clockOf(due, now, london)
    expect(clock(at('2026-12-14T23:59:00Z'))).toEqual({ standing: 'in-time', days: 8 })
    expect(clock(at('2026-12-16T00:00:00Z'))).toEqual({ standing: 'soon', days: 6 })
    expect(clock(due)).toEqual({ standing: 'soon', days: 0 })
    expect(clock(due + 1)).toEqual({ standing: 'overdue', days: 0 })
    expect(clock(at('2026-12-23T00:00:00Z'))).toEqual({ standing: 'overdue', days: -1 })
    const kiritimati = (time: number) => london(time + 14 * 3_600_000)
    expect(clockOf(due, at('2026-12-14T09:00:00Z'), kiritimati).days).toBe(9)
  })

  it('[DR11] goes on while somebody waits', () => {
    expect(REQUEST_STATES.filter(isWaiting)).toEqual(['received', 'extended'])
  })
})
