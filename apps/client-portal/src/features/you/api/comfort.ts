import { queryOptions } from '@tanstack/react-query'
import type { CaseId, PersonId } from '@accord/domain/ids'
import type { ComfortBody, ComfortProfile, ComfortProfiles } from '@accord/domain/rest/comfort'
import { readJson, sendJson } from '../../../lib/request.js'

/** How the clients of a case like things, as far as this person may read it. (CL18) */
export const comfortQuery = (caseId: CaseId) =>
  queryOptions({
    queryKey: ['comfort', caseId],
    queryFn: ({ signal }) => readJson<ComfortProfiles>(`/api/cases/${caseId}/comfort`, signal),
  })

export async function saveComfort(
  caseId: CaseId,
  client: PersonId,
  body: ComfortBody,
): Promise<ComfortProfile> {
  const response = await sendJson(`/api/cases/${caseId}/comfort/${client}`, body)
  return (await response.json()) as ComfortProfile
}
