import { queryOptions } from '@tanstack/react-query'
import type { CallLinks } from '@accord/domain/rest/call'
import { getJson, putJson } from './http.js'

/** Where remote sessions meet: the clinic's room, and one's own. (SE14) */
export const callQuery = queryOptions({
  queryKey: ['call'],
  queryFn: () => getJson<CallLinks>('/api/clinic/call'),
})

export function setCall(whose: 'clinic' | 'self', link: string | null): Promise<CallLinks> {
  return putJson<CallLinks>(`/api/${whose}/call`, { link })
}
