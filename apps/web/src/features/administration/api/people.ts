import { queryOptions } from '@tanstack/react-query'
import type { People } from '@accord/domain/rest/people'
import { getJson } from '../../../lib/http.js'

/** Everybody of the clinic; never what they wrote. (CL4) */
export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: () => getJson<People>('/api/people'),
  staleTime: 0,
})
