import { queryOptions } from '@tanstack/react-query'
import type { LogId } from '@accord/domain/ids'
import type { ReadablePlan } from '@accord/domain/rest/readable'
import { readJson } from './request.js'

/** A plan that is set apart, as far as its record holds. Asking is a look that is written down. (FT12) */
export const readableQuery = (log: LogId) =>
  queryOptions({
    queryKey: ['readable', log],
    queryFn: ({ signal }) => readJson<ReadablePlan>(`/api/plans/${log}/readable`, signal),
    staleTime: 60_000,
  })
