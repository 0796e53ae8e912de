import { queryOptions } from '@tanstack/react-query'
import type { AlliancePage } from '@accord/domain/rest/alliance'
import { getJson } from './http.js'

/** What check-ins say over time, as far as it is for the asker. (CI3) */
export const allianceQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['alliance', caseId],
    queryFn: () => getJson<AlliancePage>(`/api/cases/${encodeURIComponent(caseId)}/alliance`),
  })
