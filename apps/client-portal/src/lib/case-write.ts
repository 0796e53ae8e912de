import { refusalInCase } from '@accord/domain/access/in-case'
import type { Actor } from '@accord/domain/access/subject'
import type { CaseSummary } from '@accord/domain/rest/case'
import type { Self } from '@accord/domain/rest/self'

/** Whether to offer writing in a case: the server's own rule, asked for what this person can know of the case. */
export function mayWriteIn(self: Self, summary: CaseSummary): boolean {
  const { relation, caseId, openedAt, closedAt } = summary
  if (relation === 'supervisor' || relation === 'administrator') return false
  const actor: Actor = {
    person: self.person.id,
    clinic: self.clinic.id,
    audience: self.audience,
    roles: self.roles,
  }
  const own = { person: self.person.id, relation, since: openedAt, until: null }
  const facts = { clinic: self.clinic.id, caseId, parties: [own], supervisors: [], closedAt }
  // The rule for what is done in a case, by itself: the first screen has no need of all the others.
  return refusalInCase(actor, 'plan.write', { kind: 'case', facts }) === null
}
