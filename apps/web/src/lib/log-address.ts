import type { CaseAttention } from '@accord/domain/rest/attention'

/** Where the goals of a log stand: a case's plan, or what is kept from a guardian. (CF6) */
export function logAddress({ caseId, audience }: Pick<CaseAttention, 'caseId' | 'audience'>): string {
  return `/clients/${caseId}/${audience === 'plan' ? 'goals' : 'between'}`
}
