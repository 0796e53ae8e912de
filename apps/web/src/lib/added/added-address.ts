import type { CaseId } from '@accord/domain/ids'

/** What was added to a record, on its client's profile. (AD4) */
export const ADDED_ID = 'added'

export function addedAddress(caseId: CaseId): string {
  return `/clients/${caseId}/profile#${ADDED_ID}`
}
