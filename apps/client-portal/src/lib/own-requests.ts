import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { OwnRequests, RequestBody } from '@accord/domain/rest/requests'
import { readJson, sendJson } from './request.js'

const KEY = ['own-requests']

/** What the person asked the practice to do with their record. (DR10) */
export const ownRequestsQuery = queryOptions({
  queryKey: KEY,
  queryFn: ({ signal }) => readJson<OwnRequests>('/api/me/requests', signal),
})

async function kept(path: string, body: unknown): Promise<OwnRequests> {
  return (await (await sendJson(path, body)).json()) as OwnRequests
}

/** Asks; the same id again is the same request, so that a lost answer asks nothing twice. */
export function useMakeRequest(onDone: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: RequestBody) => kept('/api/me/requests', body),
    onSuccess: (own) => {
      queries.setQueryData(KEY, own)
      onDone()
    },
  })
}

export function useWithdrawRequest() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (request: string) => kept(`/api/me/requests/${encodeURIComponent(request)}/withdraw`, {}),
    onSuccess: (own) => queries.setQueryData(KEY, own),
    // Answered meanwhile: the list says how.
    onError: () => queries.invalidateQueries({ queryKey: KEY }),
  })
}
