import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { CaseId, SessionId } from '@accord/domain/ids'
import type {
  CaseSessions,
  RoomChecklist,
  SessionBoard,
  SessionCard,
  SessionList,
  SessionSummaryAnswer,
} from '@accord/domain/rest/session'
import type { SessionState } from '@accord/domain/session/session'
import { getJson, postJson } from './http.js'
import { toasts } from './toasts.js'
import { useWebMessages } from './use-web-messages.js'

const LIST_KEY = ['sessions'] as const

/** The practitioner's own sessions: live, coming, and lately ended; a colleague's start is there within seconds. (SE11) */
export const sessionsQuery = queryOptions({
  queryKey: LIST_KEY,
  queryFn: () => getJson<SessionList>('/api/sessions'),
  refetchInterval: 3_000,
})

/** A board as it was answered, and how far the server's clock is ahead of this device's, in ms. */
export interface TimedBoard extends SessionBoard {
  readonly ahead: number
}

function timed(board: SessionBoard): TimedBoard {
  return { ...board, ahead: board.at - Date.now() }
}

/** What is on a session's board; asked again every other second while it is live. (SE11) */
export const boardQuery = (session: SessionId) =>
  queryOptions({
    queryKey: ['session', session],
    queryFn: async () => timed(await getJson<SessionBoard>(`/api/sessions/${session}`)),
    refetchInterval: ({ state }) => (state.data?.card.state === 'live' ? 2_000 : 15_000),
    staleTime: 0,
  })

export const caseSessionsQuery = (caseId: CaseId) =>
  queryOptions({
    queryKey: ['case-sessions', caseId],
    queryFn: () => getJson<CaseSessions>(`/api/cases/${caseId}/sessions`),
    staleTime: 0,
  })

export const sessionSummaryQuery = (session: SessionId) =>
  queryOptions({
    queryKey: ['session-summary', session],
    queryFn: () => getJson<SessionSummaryAnswer>(`/api/sessions/${session}/summary`),
    staleTime: 0,
  })

export const roomQuery = (session: SessionId) =>
  queryOptions({
    queryKey: ['session-room', session],
    queryFn: () => getJson<RoomChecklist>(`/api/sessions/${session}/room`),
    staleTime: 0,
  })

/** What is done to a session: where it is asked for, and with what. */
export interface SessionAct {
  readonly path:
    | 'start'
    | 'cancel'
    | 'end'
    | 'arrive'
    | 'pause'
    | 'resume'
    | 'show'
    | 'closing'
    | 'agenda'
    | `agenda/${string}`
  readonly body?: unknown
}

/** Does something to a session, and shows how it stands then. */
export function useSessionAct(session: SessionId) {
  const t = useWebMessages()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ path, body = {} }: SessionAct) =>
      postJson<SessionBoard>(`/api/sessions/${session}/${path}`, body),
    onSuccess: async (board) => {
      // What was asked for before is older than this answer, and may come after it.
      await queries.cancelQueries(boardQuery(session))
      queries.setQueryData(boardQuery(session).queryKey, timed(board))
      noteSessions(queries)
    },
    onError: () => {
      toasts.add({ kind: 'failed', words: t('session.failed') })
      void queries.invalidateQueries(boardQuery(session))
    },
  })
}

/** Lists of sessions are asked for anew. */
export function noteSessions(queries: QueryClient): void {
  void queries.invalidateQueries({ queryKey: LIST_KEY })
  void queries.invalidateQueries({ queryKey: ['case-sessions'] })
}

/** When a session came into a state, in ms; null when it has not. */
export function timeOfState(
  { steps }: { readonly steps: readonly { readonly state: SessionState; readonly at: number }[] },
  state: SessionState,
): number | null {
  return steps.find((step) => step.state === state)?.at ?? null
}

/** The one act that a session offers: to go on with it, to prepare it, to see where it was left. */
export function actOf({ state }: { readonly state: SessionState }): 'live' | 'scheduled' | 'other' {
  return state === 'live' || state === 'scheduled' ? state : 'other'
}

/** The last session that was held to its end. */
export function lastHeld(sessions: readonly SessionCard[]): SessionCard | undefined {
  return sessions.findLast(({ state }) => state === 'ended' || state === 'noted' || state === 'signed')
}
