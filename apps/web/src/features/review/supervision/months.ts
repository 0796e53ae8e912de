import { claimedMinutes, type HoursRule } from '@accord/domain/supervision/hours-rule'
import { latestOf, standingOf, type Meeting, type MeetingContent } from '@accord/domain/supervision/meeting'

/** A calendar month as its bar is drawn. Minutes. */
export interface MonthBar {
  /** Its first day. */
  readonly from: string
  readonly claimed: number
  /** Whether part of it was in a group, so that not all the time counts. */
  readonly inGroup: boolean
  readonly isPresent: boolean
}

/** What both signed: the only meetings that count. (SQ13) */
export function heldMeetings(meetings: readonly Meeting[]): readonly MeetingContent[] {
  return meetings
    .filter((meeting) => standingOf(meeting) === 'locked')
    .map((meeting) => latestOf(meeting).content)
}

/** Twelve months, the present one last. @param today a day, as `2026-11-20` */
export function monthBars(
  rule: HoursRule,
  held: readonly MeetingContent[],
  today: string,
): readonly MonthBar[] {
  const [year = 0, month = 0] = today.split('-').map(Number)
  return Array.from({ length: 12 }, (_, index) => {
    const from = new Date(Date.UTC(year, month - 12 + index, 1)).toISOString().slice(0, 10)
    const within = held.filter(({ day }) => day.slice(0, 7) === from.slice(0, 7))
    return {
      from,
      claimed: within.reduce((sum, meeting) => sum + claimedMinutes(rule, meeting), 0),
      inGroup: within.some(({ form }) => form.kind === 'group' || form.kind === 'peer'),
      isPresent: index === 11,
    }
  })
}

/** The day that it is where somebody is, as `2026-11-20`. */
export function dayOf(now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
