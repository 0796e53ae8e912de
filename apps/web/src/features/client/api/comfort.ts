import { queryOptions } from '@tanstack/react-query'
import type { ComfortProfiles } from '@accord/domain/rest/comfort'
import { getJson } from '../../../lib/http.js'

/** How the clients of a case like things, in their own words, and who reads the case. (CL18) */
export const comfortQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['comfort', caseId],
    queryFn: () => getJson<ComfortProfiles>(`/api/cases/${encodeURIComponent(caseId)}/comfort`),
  })
