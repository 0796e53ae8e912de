import { may } from '@accord/domain/access/may'
import type { Plan } from '@accord/domain/plan/plan'
import type { CaseSummary } from '@accord/domain/rest/case'
import type { Self } from '@accord/domain/rest/self'
import { actorOf } from './self.js'

/** Whether to offer writing in a shared log of a case, by the server's own rule and the log's own parties. */
export function mayWriteIn(self: Self, { caseId, closedAt, relation }: CaseSummary, plan: Plan): boolean {
  const supervisors = relation === 'supervisor' ? [self.person.id] : []
  const facts = { clinic: self.clinic.id, caseId, parties: plan.parties, supervisors, closedAt }
  return may(actorOf(self), 'plan.write', { kind: 'case', facts })
}
