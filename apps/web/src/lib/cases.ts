import { queryOptions } from '@tanstack/react-query'
import type { CaseList } from '@accord/domain/rest/case'
import { getJson } from './http.js'

/** The cases that the signed-in person may see; looked at again whenever the page is. */
export const casesQuery = queryOptions({
  queryKey: ['cases'],
  queryFn: () => getJson<CaseList>('/api/cases'),
  staleTime: 0,
})
