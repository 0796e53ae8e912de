import { queryOptions } from '@tanstack/react-query'
import type { RepairStep } from '@accord/domain/alliance/repair'
import type { AlliancePage, RepairBody } from '@accord/domain/rest/alliance'
import { getJson, postJson } from '../../../lib/http.js'

const address = (caseId: string) => `/api/cases/${encodeURIComponent(caseId)}`

/** What check-ins say over time, as far as it is for the asker. (CI3) */
export const allianceQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['alliance', caseId],
    queryFn: () => getJson<AlliancePage>(`${address(caseId)}/alliance`),
  })

/** Adds a step to the record of a repair. (AL6) */
export function recordRepair(caseId: string, body: RepairBody): Promise<RepairStep> {
  return postJson<RepairStep>(`${address(caseId)}/repairs`, body)
}
