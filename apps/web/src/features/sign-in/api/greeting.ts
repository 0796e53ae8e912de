import { queryOptions } from '@tanstack/react-query'
import type { ClinicGreeting } from '@accord/domain/rest/self'
import { getJson } from '../../../lib/http.js'

/** Whose console this is, and, in the demo clinic only, its people. (ID6) */
export const greetingQuery = queryOptions({
  queryKey: ['greeting'],
  queryFn: () => getJson<ClinicGreeting>('/api/clinic'),
  staleTime: Infinity,
})
