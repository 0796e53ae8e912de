import { queryOptions } from '@tanstack/react-query'
import type { BarrierRegister } from '@accord/domain/rest/barriers'
import { getJson } from './http.js'

/** What gets in the way of working with the clients of a case, as far as it is for the asker. (BA3) */
export const barriersQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['barriers', caseId],
    queryFn: () => getJson<BarrierRegister>(`/api/cases/${encodeURIComponent(caseId)}/barriers`),
    // Told at once (PU1); whoever was not told looks for themselves.
    refetchInterval: 60_000,
  })
