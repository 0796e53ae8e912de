import { queryOptions } from '@tanstack/react-query'
import type { CaseId } from '@accord/domain/ids'
import type { OwnDrafts, OwnLogOpened } from '@accord/domain/rest/own-log'
import { getJson, postJson } from '../../../lib/http.js'

/** What only the person who is signed in can see of a case. (DR1) */
export const draftsQuery = (caseId: CaseId) =>
  queryOptions({
    queryKey: ['drafts', caseId],
    queryFn: () => getJson<OwnDrafts>(`/api/cases/${encodeURIComponent(caseId)}/drafts`),
  })

/** The person's own log of a case, begun when there was none. */
export async function openDraftLog(caseId: CaseId): Promise<OwnLogOpened> {
  return postJson<OwnLogOpened>(`/api/cases/${encodeURIComponent(caseId)}/drafts`, {})
}
