import type { QueueCase } from '@accord/domain/rest/supervision'

/** The replay of a case, where its supervisor left off; at its end where they never began. */
export function replayAddress({ caseId, readUpTo }: Pick<QueueCase, 'caseId' | 'readUpTo'>): string {
  return readUpTo > 0 ? `/reviews/${caseId}?at=${readUpTo}` : `/reviews/${caseId}`
}
