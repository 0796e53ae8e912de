import { queryOptions } from '@tanstack/react-query'
import type { CasePhases, PhaseBody } from '@accord/domain/rest/case-file'
import { getJson, postJson } from '../../../lib/http.js'

/** In which phase the work is, and since when it was in which. (CL15) */
export const phasesQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['phases', caseId],
    queryFn: () => getJson<CasePhases>(`/api/cases/${encodeURIComponent(caseId)}/phases`),
  })

/** The practitioner says that the work has moved on, or back. */
export function changePhase(caseId: string, body: PhaseBody): Promise<CasePhases> {
  return postJson<CasePhases>(`/api/cases/${encodeURIComponent(caseId)}/phases`, body)
}
