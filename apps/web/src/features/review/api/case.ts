import { queryOptions } from '@tanstack/react-query'
import type { CaseSummary } from '@accord/domain/rest/case'
import { getJson } from '../../../lib/http.js'

/** The case under review: who is in it, and which plan is theirs. */
export const reviewedCaseQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case', caseId],
    queryFn: () => getJson<CaseSummary>(`/api/cases/${encodeURIComponent(caseId)}`),
  })
