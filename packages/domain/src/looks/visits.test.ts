import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import type { PersonId } from '../ids.js'
import { SAME_LOOK, visitsOf, type LookEvent } from './visits.js'

const ruth = '0193c000-0000-7000-8000-0000000000e4' as PersonId
const mara = '0193c000-0000-7000-8000-0000000000e1' as PersonId
const MINUTE = 60_000

function look(minutes: number, until: number | null, changes: Partial<LookEvent> = {}): LookEvent {
  const times = { at: minutes * MINUTE, until: until === null ? null : until * MINUTE }
  const who = { person: ruth, relation: 'supervisor', what: 'replay', goal: null, session: null } as const
  return { event: `e${minutes}`, ...who, ...times, ...changes }
}

describe('looks at a record', () => {
  it('[AC10] one that was left and taken up again within half an hour is one look', () => {
    expect(visitsOf([look(0, 10), look(12, 20)])).toEqual([look(0, 20)])
  })

  it('[AC10] after a longer pause it is another, and the latest is told first', () => {
    expect(visitsOf([look(0, 10), look(41, 50)])).toEqual([look(41, 50), look(0, 10)])
  })

  it('[AC10] what another person did in between belongs to neither of two looks', () => {
    const other = look(5, 6, { person: mara, relation: 'practitioner' })
    expect(visitsOf([look(0, 10), other, look(12, 20)])).toEqual([other, look(0, 20)])
  })

  it('[AC10] lasts until it is left', () => {
    expect(visitsOf([look(0, 10), look(12, null)])[0]?.until).toBeNull()
    const read = { what: 'history' } as const
    expect(visitsOf([look(0, null, read), look(5, null, read)])[0]?.until).toBe(5 * MINUTE)
  })

  it('[AC10] no look is left out, however they come, and each is told under its first event', () => {
    const event = fc.record({
      person: fc.constantFrom(ruth, mara),
      what: fc.constantFrom('plan' as const, 'replay' as const),
      gap: fc.integer({ min: 0, max: 2 * SAME_LOOK }),
      lasted: fc.option(fc.integer({ min: 0, max: SAME_LOOK }), { nil: null }),
    })
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (drawn) => {
        let at = 0
        const events = drawn.map(({ person, what, gap, lasted }, index) => {
          at += gap
          const until = lasted === null ? null : at + lasted
          return { ...look(0, 0), event: `${index}`, person, what, at, until }
        })
        const visits = visitsOf(events)
        for (const one of events) {
          const within = visits.some(
            (visit) =>
              visit.person === one.person &&
              visit.what === one.what &&
              visit.at <= one.at &&
              (visit.until === null || visit.until >= one.at),
          )
          expect(within).toBe(true)
        }
        expect(new Set(visits.map((visit) => visit.event)).size).toBe(visits.length)
      }),
    )
  })
})
