import { clockOf, isWaiting, type RequestClock } from '@accord/domain/privacy/request'
import type { RequestRow } from '@accord/domain/rest/requests'
import { useWebMessages } from '../../../lib/use-web-messages.js'

/** Null once nobody waits any more. @param at the server's time, in ms */
export function clockAt({ state, dueAt }: RequestRow, at: number): RequestClock | null {
  return isWaiting(state) ? clockOf(dueAt, at, dayHere) : null
}

/** The day of the calendar where this browser is, which its dates are shown by: days since 1970. */
function dayHere(time: number): number {
  const day = new Date(time)
  return Date.UTC(day.getFullYear(), day.getMonth(), day.getDate()) / 86_400_000
}

/** "Overdue by 3 days", "2 days left". (DR14) */
export function useClockWords(): (clock: RequestClock) => string {
  const t = useWebMessages()
  return ({ standing, days }) =>
    standing === 'overdue'
      ? t('requests.overdue', { days: -days })
      : t('requests.left', { days, standing: standing === 'soon' ? 'soon' : 'other' })
}
