import { queryOptions } from '@tanstack/react-query'
import type { CaseId } from '@accord/domain/ids'
import type { OwnLogOpened } from '@accord/domain/rest/own-log'
import { postJson } from './http.js'

/** The practitioner's private log of a case, begun at its first use. (DR2) */
export const privateLogQuery = (caseId: CaseId) =>
  queryOptions({
    queryKey: ['private-log', caseId],
    queryFn: () => postJson<OwnLogOpened>(`/api/cases/${encodeURIComponent(caseId)}/private`, {}),
    staleTime: Infinity,
  })
