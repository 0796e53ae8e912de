import { queryOptions } from '@tanstack/react-query'
import type { LogId } from '@accord/domain/ids'
import type { ReadablePlan } from '@accord/domain/rest/readable'
import { getJson } from '../../../lib/http.js'

/** A plan that is set apart, as far as its record holds. Asking is a look that is written down. (FT12) */
export const readableQuery = (log: LogId) =>
  queryOptions({
    queryKey: ['readable', log],
    queryFn: () => getJson<ReadablePlan>(`/api/plans/${log}/readable`),
    staleTime: Infinity,
    gcTime: 0,
  })
