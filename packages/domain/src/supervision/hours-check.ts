import type { CalendarDay } from '../goal/step.js'
import { claimedMinutes, type HoursRule } from './hours-rule.js'
import type { MeetingForm } from './meeting.js'

const DAY_MS = 86_400_000

/** A meeting that both signed, as far as hours need it. */
export interface HeldMeeting {
  readonly day: CalendarDay
  readonly minutes: number
  readonly form: MeetingForm
}

/** One calendar month or week by itself. */
export interface HoursPeriod {
  /** Its first day. */
  readonly from: CalendarDay
  readonly claimed: number
  readonly individual: number
  /** `running`: not enough yet, and days are left. */
  readonly standing: 'met' | 'short' | 'running'
}

/** The period of a rule that a day falls in, by its first day. */
export function periodOf(per: HoursRule['per'], day: CalendarDay): CalendarDay {
  if (per === 'month') return `${day.slice(0, 7)}-01`
  const at = Date.parse(`${day}T00:00:00Z`)
  const sinceMonday = (new Date(at).getUTCDay() + 6) % 7
  return dayOf(at - sinceMonday * DAY_MS)
}

/**
 * How each period stands by a rule, from the first meeting's to today's, every one by itself: what is too much in one
 * makes up for nothing in another. (SQ13)
 */
export function checkHours(
  rule: HoursRule,
  meetings: readonly HeldMeeting[],
  today: CalendarDay,
): readonly HoursPeriod[] {
  const first = meetings.reduce<CalendarDay>((least, { day }) => (day < least ? day : least), today)
  const periods: HoursPeriod[] = []
  const last = periodOf(rule.per, today)
  for (let from = periodOf(rule.per, first); from <= last; from = nextPeriod(rule.per, from)) {
    const held = meetings.filter(({ day }) => periodOf(rule.per, day) === from)
    periods.push(periodStanding(rule, held, { from, isOver: from < last }))
  }
  return periods
}

function periodStanding(
  rule: HoursRule,
  held: readonly HeldMeeting[],
  { from, isOver }: { readonly from: CalendarDay; readonly isOver: boolean },
): HoursPeriod {
  const claimed = claimedAmong(rule, held)
  const individual = held
    .filter(({ form }) => form.kind === 'individual')
    .reduce((sum, { minutes }) => sum + minutes, 0)
  const isMet = claimed >= rule.atLeast && individual >= rule.atLeastIndividual
  return { from, claimed, individual, standing: isMet ? 'met' : isOver ? 'short' : 'running' }
}

/** In the order of their days; beyond a rule's bound on the time of meeting nothing more counts. */
function claimedAmong(rule: HoursRule, held: readonly HeldMeeting[]): number {
  let left = rule.atMost ?? Infinity
  let claimed = 0
  for (const meeting of [...held].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    const minutes = Math.min(meeting.minutes, left)
    left -= minutes
    // The whole meeting decides whether it was long enough; what still fits decides how much of it counts.
    claimed += (claimedMinutes(rule, meeting) * minutes) / meeting.minutes
  }
  return claimed
}

function nextPeriod(per: HoursRule['per'], from: CalendarDay): CalendarDay {
  const at = new Date(`${from}T00:00:00Z`)
  if (per === 'week') return dayOf(at.getTime() + 7 * DAY_MS)
  return dayOf(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1))
}

function dayOf(at: number): CalendarDay {
  return new Date(at).toISOString().slice(0, 10)
}
