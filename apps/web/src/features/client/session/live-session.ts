import { useQuery } from '@tanstack/react-query'
import type { SessionId } from '@accord/domain/ids'
import { boardQuery, useSessionAct, type TimedBoard } from '../../../lib/sessions.js'
import { useRoom } from '../room/room-context.js'

/** The session that the open plan is in, with its board as soon as it is here. */
export interface LiveSession {
  readonly session: SessionId
  readonly board: TimedBoard | null
  readonly act: ReturnType<typeof useSessionAct>
}

/** Null between sessions. Which session is live is said by the plan's own log. (SE5) */
export function useLiveSession(): LiveSession | null {
  const { plan } = useRoom()
  const session = plan.live?.session ?? null
  const { data: board } = useQuery({
    ...boardQuery(session ?? ('' as SessionId)),
    enabled: session !== null,
  })
  const act = useSessionAct(session ?? ('' as SessionId))
  return session === null ? null : { session, board: board ?? null, act }
}
