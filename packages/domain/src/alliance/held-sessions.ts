import type { SessionId } from '../ids.js'
import type { Session } from '../session/session.js'

/** A session that was held: its place in the count, and when it began and ended, in ms. */
export interface HeldSession {
  readonly session: SessionId
  /** The first session of a case is 1. */
  readonly number: number
  readonly minutes: number
  readonly place: Session['place']
  readonly startedAt: number
  readonly endedAt: number
}

/** The sessions of a case that were held to their end, the earliest first. (CI4) */
export function heldSessions(
  sessions: readonly Pick<Session, 'session' | 'minutes' | 'place' | 'steps' | 'scheduledFor'>[],
): readonly HeldSession[] {
  return sessions
    .flatMap(({ session, minutes, place, steps, scheduledFor }) => {
      const endedAt = steps.find(({ state }) => state === 'ended')?.at
      if (endedAt === undefined) return []
      const startedAt = steps.find(({ state }) => state === 'live')?.at ?? scheduledFor
      return [{ session, minutes, place, startedAt, endedAt }]
    })
    .sort((a, b) => a.endedAt - b.endedAt)
    .map((held, index) => ({ ...held, number: index + 1 }))
}

/** For how long after its end a session is asked about, in ms; then it is let be. (CI5) */
export const ASKED_FOR_MS = 72 * 3_600_000

/** The session that a client is asked about now: the latest one, for three days, unless they said something. (CI5) */
export function askedAbout(
  held: readonly HeldSession[],
  said: ReadonlySet<SessionId>,
  now: number,
): HeldSession | null {
  const latest = held.at(-1)
  if (latest === undefined || said.has(latest.session)) return null
  return now - latest.endedAt <= ASKED_FOR_MS ? latest : null
}
