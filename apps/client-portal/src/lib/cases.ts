import { queryOptions, useQuery } from '@tanstack/react-query'
import type { CaseId, LogId } from '@accord/domain/ids'
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

/** The case that a shared log belongs to, whether it is the plan or what is kept from a guardian. */
export function caseOfLog({ cases }: CaseList, log: LogId): CaseSummary | undefined {
  return cases.find(({ plan, confidential }) => plan === log || confidential?.log === log)
}
