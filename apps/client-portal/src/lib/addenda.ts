import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { CaseId } from '@accord/domain/ids'
import type { AddendumBody, RecordAddenda } from '@accord/domain/rest/addenda'
import { readJson, sendJson } from './request.js'

const addressOf = (caseId: CaseId) => `/api/cases/${caseId}/addenda`

/** What stands in a record that one cannot change, and what was added to it. (AD1) */
export const addendaQuery = (caseId: CaseId) =>
  queryOptions({
    queryKey: ['addenda', caseId],
    queryFn: ({ signal }) => readJson<RecordAddenda>(addressOf(caseId), signal),
  })

/** Adds to it; the answer is how it stands then. (AD3) */
export function useAddTo(caseId: CaseId, onDone: () => void) {
  const queries = useQueryClient()
  const { queryKey } = addendaQuery(caseId)
  return useMutation({
    mutationFn: async (body: AddendumBody) =>
      (await (await sendJson(addressOf(caseId), body)).json()) as RecordAddenda,
    onSuccess: (changed) => {
      queries.setQueryData(queryKey, changed)
      onDone()
    },
    // Somebody else said something meanwhile: it is read first, and the words stay.
    onError: () => queries.invalidateQueries({ queryKey }),
  })
}
