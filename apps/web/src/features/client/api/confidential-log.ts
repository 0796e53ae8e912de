import type { CaseId } from '@accord/domain/ids'
import type { ConfidentialLogOpened } from '@accord/domain/rest/case'
import { postJson } from '../../../lib/http.js'

/** What is kept between client and practitioner, begun when there was nothing yet. (CF1) */
export async function openConfidentialLog(caseId: CaseId): Promise<ConfidentialLogOpened> {
  return postJson<ConfidentialLogOpened>(`/api/cases/${encodeURIComponent(caseId)}/confidential`, {})
}
