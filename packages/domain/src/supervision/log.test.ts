import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { PersonId } from '../ids.js'
import { isRefusal } from '../refusal.js'
import { inAgendaOrder } from './agenda.js'
import { checkHours, periodOf, type HeldMeeting } from './hours-check.js'
import { claimedMinutes, HOURS_RULE_IDS, HOURS_RULES } from './hours-rule.js'
import {
  latestOf,
  refusalToChange,
  refusalToSign,
  standingOf,
  type Meeting,
  type MeetingContent,
  type MeetingForm,
} from './meeting.js'

const ruth = 'ruth' as PersonId
const mara = 'mara' as PersonId
const content: MeetingContent = {
  day: '2026-11-06',
  minutes: 60,
  form: { kind: 'individual' },
  medium: 'video',
  people: '',
  topics: 'Endings',
  risk: '',
  actions: [],
  observation: 'none',
}

function aMeeting(...signed: readonly PersonId[]): Meeting {
  const signatures = signed.map((by, at) => ({ by, at }))
  return { id: 'm', versions: [{ version: 1, hash: 'h1', by: ruth, at: 0, content, signatures }] }
}

describe('a meeting of the two', () => {
  it('[SQ11] is locked by the second signature', () => {
    expect([aMeeting(), aMeeting(ruth), aMeeting(ruth, mara)].map(standingOf)).toEqual([
      'unsigned',
      'signed-by-one',
      'locked',
    ])
  })

  it('[SQ10] is signed once by each, and only as they read it', () => {
    const meeting = aMeeting(ruth)
    expect(refusalToSign(meeting, mara, { version: 1, hash: 'h1' })).toBeNull()
    expect(refusalToSign(meeting, ruth, { version: 1, hash: 'h1' })).toEqual({ refused: 'already-exists' })
    expect(refusalToSign(meeting, mara, { version: 1, hash: 'other' })).toEqual({ refused: 'words-changed' })
  })

  it('[SQ10] [SQ11] is changed by a version that needs both again, and not at all once locked', () => {
    expect(refusalToChange(aMeeting(ruth), 1)).toBeNull()
    expect(refusalToChange(aMeeting(ruth), 2)).toEqual({ refused: 'words-changed' })
    expect(refusalToChange(aMeeting(ruth, mara), 1)).toEqual({ refused: 'governed-fact' })
  })

  it('[SQ11] whatever the two do, in whatever order, nothing changes after both have signed', () => {
    const deed = fc.record({ by: fc.constantFrom(ruth, mara), does: fc.constantFrom('sign', 'change') })
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 12 }), (deeds) => {
        let meeting = aMeeting()
        for (const { by, does } of deeds) {
          const before = meeting
          meeting = does === 'sign' ? sign(meeting, by) : change(meeting, by)
          if (standingOf(before) === 'locked') expect(meeting).toBe(before)
          if (does === 'change' && meeting !== before) expect(standingOf(meeting)).toBe('unsigned')
        }
        expect(latestOf(meeting).signatures.length).toBeLessThanOrEqual(2)
      }),
    )
  })
})

function sign(meeting: Meeting, by: PersonId): Meeting {
  const latest = latestOf(meeting)
  if (isRefusal(refusalToSign(meeting, by, latest))) return meeting
  const signed = { ...latest, signatures: [...latest.signatures, { by, at: 1 }] }
  return { ...meeting, versions: [...meeting.versions.slice(0, -1), signed] as never }
}

function change(meeting: Meeting, by: PersonId): Meeting {
  const { version } = latestOf(meeting)
  if (isRefusal(refusalToChange(meeting, version))) return meeting
  const next = { version: version + 1, hash: `h${version + 1}`, by, at: 2, content, signatures: [] }
  return { ...meeting, versions: [...meeting.versions, next] as never }
}

const bacp = HOURS_RULES.bacp
const group = (people: number): MeetingForm => ({ kind: 'group', people })

describe('what of a meeting can be claimed', () => {
  it.each([
    ['one to one', { kind: 'individual' }, 120, 120],
    ['as two with one supervisor', { kind: 'triadic' }, 120, 60],
    ['among four', group(4), 120, 60],
    ['among five', group(5), 120, 24],
    ['among six', group(6), 90, 15],
    ['in a peer group of five, everybody counted', { kind: 'peer', people: 5 }, 120, 24],
    ['in a peer group of three', { kind: 'peer', people: 3 }, 60, 30],
  ] as const)('[SQ12] %s, after BACP', (_what, form, minutes, claimed) => {
    expect(claimedMinutes(bacp, { form, minutes })).toBe(claimed)
  })

  it('[SQ12] is never more than the time that people met', () => {
    const form = fc.oneof(
      fc.constantFrom<MeetingForm>({ kind: 'individual' }, { kind: 'triadic' }),
      fc.record({ kind: fc.constantFrom('group', 'peer'), people: fc.integer({ min: 2, max: 40 }) }),
    )
    const minutes = fc.integer({ min: 5, max: 600 })
    fc.assert(
      fc.property(form, minutes, fc.constantFrom(...HOURS_RULE_IDS), (anyForm, time, id) => {
        const claimed = claimedMinutes(HOURS_RULES[id], { form: anyForm, minutes: time })
        expect(claimed).toBeGreaterThanOrEqual(0)
        expect(claimed).toBeLessThanOrEqual(time)
      }),
    )
  })
})

describe('hours, checked by a rule', () => {
  const alone = (day: string, minutes: number): HeldMeeting => ({
    day,
    minutes,
    form: { kind: 'individual' },
  })

  it('[SQ13] each calendar month stands by itself: nothing is averaged', () => {
    const held = [alone('2026-09-04', 300), alone('2026-10-02', 60), alone('2026-11-06', 60)]
    expect(checkHours(bacp, held, '2026-11-20').map(({ from, standing }) => [from, standing])).toEqual([
      ['2026-09-01', 'met'],
      ['2026-10-01', 'short'],
      ['2026-11-01', 'running'],
    ])
  })

  it('[SQ13] a month without any meeting is short, and one that has enough is met before it ends', () => {
    const held = [alone('2026-09-30', 90), alone('2026-11-01', 90)]
    const standings = checkHours(bacp, held, '2026-11-02').map(({ standing }) => standing)
    expect(standings).toEqual(['met', 'short', 'met'])
  })

  it('[SQ13] a Californian week is one hour alone or two in a group of at least one hour', () => {
    const rule = HOURS_RULES['bbs-lpcc']
    const week = (...held: readonly HeldMeeting[]) => checkHours(rule, held, '2026-11-30')[0]?.standing
    expect(week(alone('2026-11-16', 60))).toBe('met')
    expect(week({ day: '2026-11-16', minutes: 120, form: group(4) })).toBe('met')
    expect(week({ day: '2026-11-16', minutes: 50, form: group(4) }, alone('2026-11-17', 50))).toBe('short')
    const long = checkHours(rule, [alone('2026-11-16', 300), alone('2026-11-17', 300)], '2026-11-22')
    expect(long[0]?.claimed).toBe(360)
  })

  it('[SQ13] a Mississippi week asks for two hours one to one among its four', () => {
    const rule = HOURS_RULES['mississippi-internship']
    const held = [alone('2026-11-16', 60), { day: '2026-11-18', minutes: 240, form: group(3) }]
    expect(checkHours(rule, held, '2026-11-30')[0]).toMatchObject({ claimed: 300, standing: 'short' })
    expect(checkHours(rule, [...held, alone('2026-11-19', 60)], '2026-11-30')[0]?.standing).toBe('met')
  })

  it('[SQ13] a week begins on Monday, also across a year’s end', () => {
    expect(['2026-12-28', '2027-01-03', '2027-01-04'].map((day) => periodOf('week', day))).toEqual([
      '2026-12-28',
      '2026-12-28',
      '2027-01-04',
    ])
  })

  it('[SQ13] every meeting falls in exactly one period', () => {
    const day = fc.integer({ min: 0, max: 400 }).map((n) => {
      return new Date(Date.UTC(2025, 9, 1) + n * 86_400_000).toISOString().slice(0, 10)
    })
    fc.assert(
      fc.property(fc.array(day, { maxLength: 8 }), fc.constantFrom('month', 'week'), (days, per) => {
        const rule = { ...bacp, per } as typeof bacp
        const held = days.map((one) => alone(one, 60))
        const claimed = checkHours(rule, held, '2026-12-31').reduce((sum, period) => sum + period.claimed, 0)
        expect(claimed).toBe(60 * days.length)
      }),
    )
  })
})

describe('the agenda', () => {
  it('[SQ8] keeps the order that somebody gave it, and what they did not know of at the end', () => {
    const items = ['a', 'b', 'c', 'new'].map((id) => ({ id }))
    expect(inAgendaOrder(items, ['c', 'a', 'gone', 'b']).map(({ id }) => id)).toEqual(['c', 'a', 'b', 'new'])
  })
})
