import { queryOptions } from '@tanstack/react-query'
import type { Letter, Outbox, OutboxFilter } from '@accord/domain/rest/outbox'
import { getJson, postJson } from '../../../lib/http.js'

/** While the room is open, what mail servers answer meanwhile is looked up. */
const LOOK_AGAIN_MS = 10_000

export const outboxQuery = (show: OutboxFilter) =>
  queryOptions({
    queryKey: ['outbox', show],
    queryFn: () => getJson<Outbox>(`/api/outbox?show=${show}`),
    refetchInterval: LOOK_AGAIN_MS,
    staleTime: 0,
  })

export const letterQuery = (id: string) =>
  queryOptions({
    queryKey: ['outbox', 'letter', id],
    queryFn: () => getJson<Letter>(`/api/outbox/${encodeURIComponent(id)}`),
    staleTime: 0,
  })

/** Tries one again that did not arrive, or notes that it reached its person in another way. */
export function settleLetter(id: string, how: 'again' | 'handed-over'): Promise<undefined> {
  return postJson<undefined>(`/api/outbox/${encodeURIComponent(id)}/${how}`, {})
}
