/** What a person can ask a practice to do with what it keeps of them [GDPR 15, 16, 18, 17]. (DR10) */
export const REQUEST_KINDS = ['access', 'rectification', 'restriction', 'erasure'] as const
export type RequestKind = (typeof REQUEST_KINDS)[number]

/** `extended` waits for its answer as `received` does; the other three are the end of it. (DR11) */
export const REQUEST_STATES = ['received', 'extended', 'granted', 'refused', 'withdrawn'] as const
export type RequestState = (typeof REQUEST_STATES)[number]

/** What a practice can answer. (DR13) */
export const REQUEST_OUTCOMES = ['granted', 'refused'] as const
export type RequestOutcome = (typeof REQUEST_OUTCOMES)[number]

/** In UTF-16 code units: the person's words, a reason to take longer, an answer. */
export const LONGEST_REQUEST_WORDS = 4_000

const MONTHS_TO_ANSWER = 1
const MONTHS_MORE = 2
/** Days before the end from which it is told as soon due. (DR14) */
const SOON = 7

/** Whether somebody still waits for its answer. */
export function isWaiting(state: RequestState): boolean {
  return state === 'received' || state === 'extended'
}

/**
 * By when a request is answered: a calendar month after it came in, the last day of that month where it has no such
 * day; three months, counted from the same day, where the practice said within the first that it needs longer
 * [GDPR 12(3)]. (DR12)
 * @param receivedAt milliseconds since the Unix epoch; so is the answer, at the same time of day in UTC
 */
export function dueAt(receivedAt: number, isExtended = false): number {
  return monthsLater(receivedAt, isExtended ? MONTHS_TO_ANSWER + MONTHS_MORE : MONTHS_TO_ANSWER)
}

/** Longer is taken once, and only within the first month. (DR12) */
export function mayExtend(state: RequestState, receivedAt: number, now: number): boolean {
  return state === 'received' && now <= dueAt(receivedAt)
}

/** How near a request is to its end: `days` of the calendar are left, less than nought once its day is past. (DR14) */
export interface RequestClock {
  readonly standing: 'in-time' | 'soon' | 'overdue'
  readonly days: number
}

/**
 * @param now milliseconds since the Unix epoch, as `due`
 * @param dayOf which day such a time is on, where it is read: days counted from any one
 */
export function clockOf(due: number, now: number, dayOf: (time: number) => number): RequestClock {
  const days = dayOf(due) - dayOf(now)
  if (now > due) return { standing: 'overdue', days }
  return { standing: days < SOON ? 'soon' : 'in-time', days }
}

function monthsLater(time: number, months: number): number {
  const from = new Date(time)
  const month = from.getUTCMonth() + months
  const lastDay = new Date(Date.UTC(from.getUTCFullYear(), month + 1, 0)).getUTCDate()
  const day = Math.min(from.getUTCDate(), lastDay)
  return Date.UTC(from.getUTCFullYear(), month, day) + (time - midnightOf(from))
}

function midnightOf(day: Date): number {
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate())
}
