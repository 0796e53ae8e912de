import { queryOptions } from '@tanstack/react-query'
import type { CaseList } from '@accord/domain/rest/case'
import { readJson } from './request.js'

/** The person's cases with their goals, as the list shows them. */
export const casesQuery = queryOptions({
  queryKey: ['cases'],
  queryFn: ({ signal }) => readJson<CaseList>('/api/cases', signal),
})
