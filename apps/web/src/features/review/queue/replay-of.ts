import type { QueueCase } from '@accord/domain/rest/supervision'

/**
 * The replay of a case, where its supervisor left off; at its end where they never began. Where all that asks for them
 * is kept from a guardian, that record. (SQ19)
 */
export function replayAddress({
  caseId,
  readUpTo,
  reasons,
}: Pick<QueueCase, 'caseId' | 'readUpTo' | 'reasons'>): string {
  const isBetween = reasons.length > 0 && reasons.every((one) => 'in' in one && one.in === 'confidential')
  if (isBetween) return `/clients/${caseId}/between/history`
  return readUpTo > 0 ? `/reviews/${caseId}?at=${readUpTo}` : `/reviews/${caseId}`
}
