import { queryOptions, useQuery } from '@tanstack/react-query'
import type { CaseId } from '@accord/domain/ids'
import type { CaseList, CaseSummary } from '@accord/domain/rest/case'
import { readJson } from './request.js'

/** The person's cases with their goals, as the list shows them. */
export const casesQuery = queryOptions({
  queryKey: ['cases'],
  queryFn: ({ signal }) => readJson<CaseList>('/api/cases', signal),
})

/** One of them, as soon as they are here. */
export function useCase(caseId: CaseId): CaseSummary | undefined {
  return useQuery(casesQuery).data?.cases.find((one) => one.caseId === caseId)
}
