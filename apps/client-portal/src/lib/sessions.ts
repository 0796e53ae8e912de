import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { SessionId } from '@accord/domain/ids'
import type {
  RoomChecklist,
  SessionBoard,
  SessionCard,
  SessionList,
  SessionSummaryAnswer,
} from '@accord/domain/rest/session'
import type { SessionState } from '@accord/domain/session/session'
import { readJson, sendJson } from './request.js'
import { toasts } from './toasts.js'
import { usePortalMessages } from './use-portal-messages.js'

/** The person's sessions; asked for often, so that an opened one is told on any page. (SE11) */
export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => readJson<SessionList>('/api/sessions', signal),
  refetchInterval: 3_000,
  staleTime: 0,
  retry: false,
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
    queryFn: async ({ signal }) => timed(await readJson<SessionBoard>(`/api/sessions/${session}`, signal)),
    refetchInterval: ({ state }) => (state.data?.card.state === 'live' ? 2_000 : 10_000),
    staleTime: 0,
  })

export const sessionSummaryQuery = (session: SessionId) =>
  queryOptions({
    queryKey: ['session-summary', session],
    queryFn: ({ signal }) => readJson<SessionSummaryAnswer>(`/api/sessions/${session}/summary`, signal),
  })

export const roomQuery = (session: SessionId) =>
  queryOptions({
    queryKey: ['session-room', session],
    queryFn: ({ signal }) => readJson<RoomChecklist>(`/api/sessions/${session}/room`, signal),
    refetchInterval: 15_000,
  })

interface SessionAct {
  readonly path: 'arrive' | 'pause' | 'resume' | 'agenda' | `agenda/${string}`
  readonly body?: unknown
}

/** Does something in a session, and shows how it stands then. */
export function useSessionAct(session: SessionId) {
  const t = usePortalMessages()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ path, body = {} }: SessionAct) => {
      const answer = await sendJson(`/api/sessions/${session}/${path}`, body)
      return (await answer.json()) as SessionBoard
    },
    onSuccess: async (board) => {
      // What was asked for before is older than this answer, and may come after it.
      await queries.cancelQueries(boardQuery(session))
      queries.setQueryData(boardQuery(session).queryKey, timed(board))
    },
    onError: () => {
      toasts.add({ kind: 'failed', words: t('session.failed') })
      void queries.invalidateQueries(boardQuery(session))
    },
  })
}

/** When a session came into a state, in ms; null when it has not. */
export function timeOfState({ steps }: SessionCard, state: SessionState): number | null {
  return steps.find((step) => step.state === state)?.at ?? null
}
