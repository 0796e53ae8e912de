import { queryOptions } from '@tanstack/react-query'
import type { CaseId } from '@accord/domain/ids'
import type { ReviewForClient } from '@accord/domain/rest/review'
import { readJson } from './request.js'

/** What whoever supervises wrote for the client to read. (RV6) */
export const safeCommentsQuery = (caseId: CaseId) =>
  queryOptions({
    queryKey: ['safe-comments', caseId],
    queryFn: ({ signal }) => readJson<ReviewForClient>(`/api/cases/${caseId}/review/for-client`, signal),
  })
