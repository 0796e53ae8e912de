import { queryOptions } from '@tanstack/react-query'
import type { AlliancePage } from '@accord/domain/rest/alliance'
import { getJson } from '../../../lib/http.js'

/** What the case's clients said after sessions, as far as it is for the asker. (CI3) */
export const checkInsQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['alliance', caseId],
    queryFn: () => getJson<AlliancePage>(`/api/cases/${encodeURIComponent(caseId)}/alliance`),
  })
