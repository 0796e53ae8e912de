import type { PersonId, SessionId } from '../ids.js'
import type { Session } from './session.js'

/** A session as far as news of it need it. */
export interface ToldSession extends Pick<Session, 'session' | 'scheduledFor' | 'state' | 'steps'> {
  /** Who said that they are there. */
  readonly arrived: readonly PersonId[]
}

/** What somebody else did about a session while one was away. Times in ms. (AT15) */
export interface SessionNews {
  readonly kind: 'scheduled' | 'opened' | 'cancelled'
  readonly session: SessionId
  readonly scheduledFor: number
  readonly by: PersonId
  readonly at: number
  readonly isLive: boolean
}

interface Reader {
  readonly person: PersonId
  /** Up to when they have seen lists of news: a plan that is open shows none of these. */
  readonly seenUpTo: number
  readonly now: number
}

/**
 * That a session was made, was called off, or was opened and one was not there; told until it was seen, and that one is
 * open as long as it is. (AT15, SE11)
 */
export function sessionNews(sessions: readonly ToldSession[], reader: Reader): readonly SessionNews[] {
  return sessions.flatMap((told) => newsOf(told, reader) ?? []).sort((a, b) => a.at - b.at)
}

function newsOf(told: ToldSession, { person, seenUpTo, now }: Reader): SessionNews | null {
  const { session, scheduledFor, state, steps, arrived } = told
  const kind = kindOf(told, now)
  const step = steps.find((one) => one.state === (kind === 'opened' ? 'live' : kind))
  if (kind === null || !step || step.by === person) return null
  if (state !== 'live' && step.at <= seenUpTo) return null
  if (kind === 'opened' && arrived.includes(person)) return null
  return { kind, session, scheduledFor, by: step.by, at: step.at, isLive: state === 'live' }
}

/** A session that is past and never was, or never will be, is no news. */
function kindOf({ state, scheduledFor }: ToldSession, now: number): SessionNews['kind'] | null {
  switch (state) {
    case 'scheduled':
    case 'cancelled':
      return scheduledFor > now ? state : null
    case 'live':
    case 'ended':
    case 'noted':
    case 'signed':
      return 'opened'
  }
}
