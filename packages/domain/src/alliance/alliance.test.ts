import { describe, expect, it } from '@jest/globals'
import type { GoalId, LogId, SessionId } from '../ids.js'
import type { Goal } from '../goal/goal.js'
import { allianceThresholds, DEFAULT_MEASURE_THRESHOLDS, thresholdsOf } from '../measure/thresholds.js'
import { emptyPlan } from '../plan/plan.js'
import type { Session } from '../session/session.js'
import { attainmentAt } from './attainment.js'
import { checkInMean, isShownTo, lowestAspect, NO_RATINGS, SHOWN_TO } from './check-in.js'
import { askedAbout, heldSessions } from './held-sessions.js'
import { allianceChart, openCues, type AllianceSession } from './series.js'

const HOUR = 3_600_000
const WEEK = 7 * 24 * HOUR
const thresholds = allianceThresholds(DEFAULT_MEASURE_THRESHOLDS)
const id = (n: number) => `s${n}` as SessionId
const NOBODY = new Set<SessionId>()

function told(means: readonly (number | null)[]): readonly AllianceSession[] {
  return means.map((mean, at) => ({
    ...{ session: id(at + 1), number: at + 1, minutes: 50, place: 'room', words: null },
    ...{ startedAt: at * WEEK, endedAt: at * WEEK + HOUR },
    ...{ standing: mean === null ? 'none' : 'answered', mean },
    ratings: { ...NO_RATINGS, goals: mean, tasks: mean === null ? null : mean - 0.5 },
  }))
}
const cues = (means: readonly (number | null)[], talkedAbout = NOBODY) =>
  openCues(told(means), thresholds, { talkedAbout, now: 1_000 * WEEK })

/** The first eight values of the chart’s worked example, moved to 0–10 and a fifth as far apart. */
const BASELINE = [9, 9.4, 9.2, 9.6, 9.4, 9.8, 9.6, 9.4]

describe('a check-in', () => {
  it('[CI1] is the mean of what was answered, and nothing where nothing was', () => {
    expect(checkInMean({ goals: 9, tasks: 4, bond: 9, heard: 8 })).toBe(7.5)
    expect(checkInMean({ ...NO_RATINGS, tasks: 0, bond: 5 })).toBe(2.5)
    expect(checkInMean(NO_RATINGS)).toBeNull()
    expect(lowestAspect({ goals: 9, tasks: 4, bond: 4, heard: null })).toBe('tasks')
    expect(lowestAspect(NO_RATINGS)).toBeNull()
  })

  it('[CI3] is shown to whom its client chose, and when', () => {
    const shown = (relation: 'practitioner' | 'supervisor', hasTalked: boolean) =>
      SHOWN_TO.filter((shownTo) => isShownTo(relation, { shownTo, hasTalked }))
    expect(shown('practitioner', false)).toEqual(['now'])
    expect(shown('practitioner', true)).toEqual(['now', 'after-talk'])
    expect(shown('supervisor', false)).toEqual(['now', 'supervisor'])
    expect(shown('supervisor', true)).toEqual(['now', 'after-talk', 'supervisor'])
  })

  it('[CI4] [CI5] belongs to a session held to its end; the latest is asked about, for three days', () => {
    const session = (n: number, states: readonly Session['state'][]) =>
      ({
        ...{ session: id(n), scheduledFor: n * WEEK, minutes: 50, place: 'room', kind: 'work' },
        ...{ state: states.at(-1), steps: states.map((state, at) => ({ state, at: n * WEEK + at * HOUR })) },
      }) as unknown as Session
    const whole = ['scheduled', 'live', 'ended'] as const
    const held = heldSessions([
      session(3, ['scheduled', 'live']),
      session(2, whole),
      session(1, [...whole, 'noted']),
    ])
    expect(held.map((one) => [one.session, one.number])).toEqual([
      [id(1), 1],
      [id(2), 2],
    ])
    const end = held[1]?.endedAt ?? 0
    expect(askedAbout(held, NOBODY, end + 72 * HOUR)?.session).toBe(id(2))
    expect(askedAbout(held, NOBODY, end + 73 * HOUR)).toBeNull()
    expect(askedAbout(held, new Set([id(2)]), end)).toBeNull()
    expect(askedAbout([], NOBODY, 0)).toBeNull()
  })
})

describe('what check-ins show', () => {
  it('[AL1] [AL2] learns the usual range from the first eight and freezes it there', () => {
    const before = allianceChart(told(BASELINE), thresholds)
    const after = allianceChart(told([...BASELINE, 5, 5, 5]), thresholds)
    expect(before.standing).toBe('full')
    expect([after.limits, after.mean]).toEqual([before.limits, before.mean])
    expect(allianceChart(told(BASELINE.slice(0, 5)), thresholds).standing).toBe('provisional')
    expect(allianceChart(told(BASELINE.slice(0, 4)), thresholds).limits).toBeNull()
  })

  it('[AL3] a mean below the range is a cue, with its lowest aspect, until it is back at the middle', () => {
    expect(cues([...BASELINE, 9.4])).toEqual([])
    expect(cues([...BASELINE, 7])).toMatchObject([
      { kind: 'below-range', number: 9, mean: 7, lowest: 'tasks', isProvisional: false },
    ])
    expect(cues([...BASELINE, 7, 9.2])).toMatchObject([{ number: 9 }])
    expect(cues([...BASELINE, 7, 9.5])).toEqual([])
    expect(cues([...BASELINE, 7, 9.5, 6])).toMatchObject([{ number: 11, mean: 6 }])
  })

  it('[AL3] a dip that was talked about is no cue any more', () => {
    expect(cues([...BASELINE, 7], new Set([id(9)]))).toEqual([])
  })

  it('[AL3] two sessions without a check-in are a cue, once the client has begun to answer', () => {
    expect(cues([8, 8, null])).toEqual([])
    expect(cues([8, 8, null, null])).toMatchObject([{ kind: 'unanswered', number: 4, sessions: 2 }])
    expect(cues([8, null, null, 8])).toEqual([])
    expect(cues([null, null, null])).toEqual([])
  })

  it('[AL3] [CI5] a session that is still asked about does not count as unanswered', () => {
    const sessions = told([8, 8, null, null])
    const now = (sessions[3]?.endedAt ?? 0) + HOUR
    expect(openCues(sessions, thresholds, { talkedAbout: NOBODY, now })).toEqual([])
  })

  it('[AL5] goal attainment is that of the ratings as they stood, for each who rates', () => {
    const rating = (relation: 'client' | 'practitioner', value: number, at: number) =>
      ({
        person: relation as string,
        relation,
        on: { kind: 'scale', version: 1 },
        value,
        at,
        seq: at,
      }) as never
    const goal = (n: string, wishes: Partial<Goal>) =>
      ({
        id: n,
        startedAt: 0,
        lifecycle: 'active',
        scales: [{ version: 1, at: 1 }],
        ratings: [],
        ...wishes,
      }) as never
    const ratings = [rating('client', -1, 2), rating('practitioner', -2, 3), rating('client', 0, 5)]
    const one = goal('a', { ratings })
    const two = goal('b', { ratings: [rating('client', 0, 5)] })
    const aside = goal('c', { lifecycle: 'on-hold', ratings: [rating('client', 2, 2)] })
    const goals = { a: one, b: two, c: aside } as never
    const plan = { ...emptyPlan('l' as LogId), order: ['a', 'b', 'c'] as GoalId[], goals }
    expect(attainmentAt(plan, 'client', 1)).toEqual({ t: null, scored: 0, goals: 2 })
    expect(attainmentAt(plan, 'client', 4)).toEqual({ t: 40, scored: 1, goals: 2 })
    expect(attainmentAt(plan, 'client', 6)).toEqual({ t: 50, scored: 2, goals: 2 })
    expect(attainmentAt(plan, 'practitioner', 6)).toEqual({ t: 30, scored: 1, goals: 2 })
  })
})

describe('thresholds', () => {
  it('[ME3] a clinic’s own row stands in a default’s place, and every row says where it comes from', () => {
    const [own] = DEFAULT_MEASURE_THRESHOLDS.map((row) => ({ ...row, value: 6, citation: 'our team' }))
    if (!own) throw new Error('no defaults')
    const rows = thresholdsOf([own])
    expect(rows).toHaveLength(DEFAULT_MEASURE_THRESHOLDS.length)
    expect(allianceThresholds(rows).baseline).toBe(6)
    expect(rows.every(({ population, version, citation }) => population && version && citation)).toBe(true)
  })
})
