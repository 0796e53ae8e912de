import { queryOptions } from '@tanstack/react-query'
import type { CaseId } from '@accord/domain/ids'
import type { AnswerBody, RequestDesk, Retention, RetentionBody } from '@accord/domain/rest/requests'
import { getJson, postJson } from '../../../lib/http.js'

/** While the room is open, what comes in is looked up. */
const LOOK_AGAIN_MS = 30_000

export const requestsQuery = queryOptions({
  queryKey: ['requests'],
  queryFn: () => getJson<RequestDesk>('/api/requests'),
  refetchInterval: LOOK_AGAIN_MS,
})

export const retentionQuery = queryOptions({
  queryKey: ['retention'],
  queryFn: () => getJson<Retention>('/api/retention'),
})

export function chooseRetention(body: RetentionBody): Promise<Retention> {
  return postJson('/api/retention', body)
}

/** What an administrator does about a request, or about a case that it is about. */
export type DeskDeed =
  | ({ readonly kind: 'answer'; readonly request: string } & AnswerBody)
  | { readonly kind: 'extend'; readonly request: string; readonly words: string }
  | { readonly kind: 'lift' | 'hold'; readonly caseId: CaseId; readonly words: string }
  | { readonly kind: 'free'; readonly caseId: CaseId }

export function doAtTheDesk(deed: DeskDeed): Promise<RequestDesk> {
  switch (deed.kind) {
    case 'answer': {
      const { outcome, words } = deed
      return postJson(`/api/requests/${encodeURIComponent(deed.request)}/answer`, { outcome, words })
    }
    case 'extend':
      return postJson(`/api/requests/${encodeURIComponent(deed.request)}/extend`, { reason: deed.words })
    case 'lift':
    case 'hold':
      return postJson(`/api/requests/cases/${encodeURIComponent(deed.caseId)}/${deed.kind}`, {
        reason: deed.words,
      })
    case 'free':
      return postJson(`/api/requests/cases/${encodeURIComponent(deed.caseId)}/hold/lift`, {})
  }
}
