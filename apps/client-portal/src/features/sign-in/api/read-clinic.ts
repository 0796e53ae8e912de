import { queryOptions } from '@tanstack/react-query'
import type { ClinicGreeting } from '@accord/domain/rest/self'
import { readJson } from '../../../lib/request.js'

/** Whose door this is, and in the demo clinic who may walk in. */
export const clinicQuery = queryOptions({
  queryKey: ['clinic'],
  queryFn: ({ signal }) => readJson<ClinicGreeting>('/api/clinic', signal),
  staleTime: Infinity,
})
