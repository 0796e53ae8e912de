import { queryOptions } from '@tanstack/react-query'
import type { ReviewView } from '@accord/domain/rest/review'
import type { ReviewAct } from '@accord/domain/review/act'
import { getJson, postJson } from '../../../lib/http.js'

const pathOf = (caseId: string) => `/api/cases/${encodeURIComponent(caseId)}/review`

/** What was said and signed about a case's record. (RV2) */
export const reviewQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['review', caseId],
    queryFn: () => getJson<ReviewView>(pathOf(caseId)),
    refetchInterval: 60_000,
  })

/** Adds one act; its id lets it be sent again. (RV4) */
export function actOnReview(caseId: string, act: ReviewAct): Promise<ReviewView> {
  return postJson<ReviewView>(`${pathOf(caseId)}/acts`, act)
}
