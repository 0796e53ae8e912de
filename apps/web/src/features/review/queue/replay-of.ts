import type { QueueCase } from '@accord/domain/rest/supervision'

/** How a case's goals came to be; reading it there is a look, which everybody in the case can see. */
export function replayAddress({ caseId }: Pick<QueueCase, 'caseId'>): string {
  return `/clients/${caseId}/history`
}
