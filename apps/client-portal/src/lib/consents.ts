import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { CaseId, PersonId } from '@accord/domain/ids'
import type { CaseConsents, CaseDisclosures, ConsentBody } from '@accord/domain/rest/consent'
import { isSignedOut, readJson, sendJson } from './request.js'
import { noteSignInEnded } from './self.js'

/** What the clients of a case are asked, and what they answered. (CO4, CO5) */
export const consentsQuery = (caseId: CaseId) =>
  queryOptions({
    queryKey: ['consents', caseId],
    queryFn: ({ signal }) => readJson<CaseConsents>(`/api/cases/${caseId}/consents`, signal),
  })

/** What was told to outsiders. (CO9) */
export const disclosuresQuery = (caseId: CaseId) =>
  queryOptions({
    queryKey: ['disclosures', caseId],
    queryFn: ({ signal }) => readJson<CaseDisclosures>(`/api/cases/${caseId}/disclosures`, signal),
  })

/** The accounting of disclosures, to print. (CO10) */
export async function takeAccounting(caseId: CaseId, paper: 'A4' | 'Letter'): Promise<Blob> {
  const at = `/api/cases/${caseId}/disclosures/pdf?paper=${paper}`
  const response = await fetch(at, { credentials: 'same-origin' })
  if (!response.ok) throw new Error(String(response.status))
  return response.blob()
}

interface Said {
  readonly client: PersonId
  readonly body: ConsentBody
}

/** Answers for a client, and shows how it stands then: what follows from it is on the server's side already. (CO6, CO7) */
export function useAnswerConsent(caseId: CaseId, onDone: (body: ConsentBody) => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ client, body }: Said) => {
      const answer = await sendJson(`/api/cases/${caseId}/consents/${client}`, body)
      return (await answer.json()) as CaseConsents
    },
    onSuccess: (consents, { body }) => {
      queries.setQueryData(consentsQuery(caseId).queryKey, consents)
      void queries.invalidateQueries({ queryKey: ['cases'] })
      onDone(body)
    },
    onError: (failure) => {
      if (isSignedOut(failure)) noteSignInEnded(queries)
      else void queries.invalidateQueries({ queryKey: consentsQuery(caseId).queryKey })
    },
  })
}
