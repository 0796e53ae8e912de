import { queryOptions } from '@tanstack/react-query'
import type { CaseSummary } from '@accord/domain/rest/case'
import { getJson } from '../../../lib/http.js'

/** One case: who is in it, and which plan is theirs. Its goals are read live. */
export const caseQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case', caseId],
    queryFn: () => getJson<CaseSummary>(`/api/cases/${encodeURIComponent(caseId)}`),
  })
