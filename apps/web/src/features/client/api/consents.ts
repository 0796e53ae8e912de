import { queryOptions } from '@tanstack/react-query'
import type { CaseConsents, CaseDisclosures, DisclosureBody } from '@accord/domain/rest/consent'
import { getJson, postJson } from '../../../lib/http.js'

const address = (caseId: string) => `/api/cases/${encodeURIComponent(caseId)}`

/** What the clients of a case are asked, and what they answered. (CO8) */
export const consentsQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['consents', caseId],
    queryFn: () => getJson<CaseConsents>(`${address(caseId)}/consents`),
  })

/** What was told to outsiders. (CO9) */
export const disclosuresQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['disclosures', caseId],
    queryFn: () => getJson<CaseDisclosures>(`${address(caseId)}/disclosures`),
  })

export function writeDisclosure(caseId: string, body: DisclosureBody): Promise<CaseDisclosures> {
  return postJson<CaseDisclosures>(`${address(caseId)}/disclosures`, body)
}
