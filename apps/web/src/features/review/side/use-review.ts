import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { uuidV7, type CaseId } from '@accord/domain/ids'
import type { ReviewAct } from '@accord/domain/review/act'
import { ATTENTION_KEY } from '../../../lib/attention.js'
import { actOnReview, reviewQuery } from '../api/review.js'

/** A new id for an act. (RV4) */
export function newActId(): string {
  return uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
}

/** Adds acts to a case's review. What is sent again after a failure is the same act. */
export function useReviewAct(caseId: CaseId) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (act: ReviewAct) => actOnReview(caseId, act),
    onSuccess: async (view) => {
      queries.setQueryData(reviewQuery(caseId).queryKey, view)
      await queries.invalidateQueries({ queryKey: ATTENTION_KEY })
    },
  })
}

/** The entries of the plan's record that were commented, in their order. */
export function useReviewPins(caseId: CaseId): readonly number[] {
  const { data: view } = useQuery(reviewQuery(caseId))
  return [...new Set(view?.threads.map(({ pin }) => pin.seq) ?? [])].sort((a, b) => a - b)
}
