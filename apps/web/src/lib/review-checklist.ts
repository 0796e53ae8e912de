import { queryOptions } from '@tanstack/react-query'
import type { ChecklistBody } from '@accord/domain/rest/review'
import type { ReviewChecklist } from '@accord/domain/review/checklist'
import { getJson, putJson } from './http.js'

const PATH = '/api/clinic/review-checklist'

/** What the clinic asks of a review. (RV12) */
export const checklistQuery = queryOptions({
  queryKey: ['review-checklist'],
  queryFn: () => getJson<ReviewChecklist>(PATH),
})

export function saveChecklist(body: ChecklistBody): Promise<ReviewChecklist> {
  return putJson<ReviewChecklist>(PATH, body)
}
