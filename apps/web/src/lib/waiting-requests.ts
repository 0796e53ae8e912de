import { queryOptions } from '@tanstack/react-query'
import type { WaitingRequests } from '@accord/domain/rest/requests'
import { getJson } from './http.js'

/** A request is answered within a month; what comes in is counted within this time, in ms. (DR18) */
const LOOKS_EVERY = 60_000

/** How many data requests wait for an administrator. */
export const waitingRequestsQuery = queryOptions({
  queryKey: ['requests', 'waiting'],
  queryFn: () => getJson<WaitingRequests>('/api/requests/waiting'),
  refetchInterval: LOOKS_EVERY,
})
