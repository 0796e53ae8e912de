import type { SessionId } from '../ids.js'
import type { ToldMoment } from './chronicle.js'

/** Moments that belong together: those of one session, or those of one day outside of sessions. (RP4) */
export interface Stretch {
  /** Its number among the record's sessions, from 1; null for a stretch outside of any. */
  readonly session: number | null
  /** When it began, in ms. */
  readonly at: number
  readonly moments: readonly ToldMoment[]
}

/**
 * Groups moments by session where entries name one, else by the day of the reader's calendar. (RP4)
 * @param dayOf which day a time in ms falls on for the reader, as anything that is equal on one day
 */
export function stretchesOf(
  moments: readonly ToldMoment[],
  dayOf: (at: number) => string | number,
): readonly Stretch[] {
  const numbers = new Map<SessionId, number>()
  const stretches: { key: string; session: number | null; at: number; moments: ToldMoment[] }[] = []
  for (const told of moments) {
    const { session, startedAt: at } = told
    if (session !== null && !numbers.has(session)) numbers.set(session, numbers.size + 1)
    const key = session ?? `day ${dayOf(at)}`
    const last = stretches.at(-1)
    if (last?.key === key) last.moments.push(told)
    else
      stretches.push({ key, session: numbers.get(session ?? ('' as SessionId)) ?? null, at, moments: [told] })
  }
  return stretches
}

/** Whether a record knows sessions: only then is what lies outside of them "between sessions". */
export function hasSessions(stretches: readonly Stretch[]): boolean {
  return stretches.some(({ session }) => session !== null)
}
