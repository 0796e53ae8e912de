import type { RepairStep } from '@accord/domain/alliance/repair'
import type { RepairBody } from '@accord/domain/rest/alliance'
import { postJson } from '../../../lib/http.js'

/** Adds a step to the record of a repair. (AL6) */
export function recordRepair(caseId: string, body: RepairBody): Promise<RepairStep> {
  return postJson<RepairStep>(`/api/cases/${encodeURIComponent(caseId)}/repairs`, body)
}
