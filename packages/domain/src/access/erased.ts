import { citedRule } from '../privacy/retention.js'
import type { Refusal } from '../refusal.js'
import { ABSENT, type Actor, type Subject } from './subject.js'

/**
 * Of a case that was erased nothing is shown or taken by anybody. Who had a part in it is told that it was erased, when and by which rule; to
 * everybody else it is not there, as before. (ER5)
 */
export function refusalOfErased(actor: Actor | null, subject: Subject): Refusal | null {
  const facts = 'facts' in subject && 'caseId' in subject.facts ? subject.facts : null
  if (!actor || facts?.erasedAt == null) return null
  if (facts.clinic !== actor.clinic) return ABSENT
  const hadPart =
    facts.parties.some(({ person }) => person === actor.person) || facts.supervisors.includes(actor.person)
  if (!hadPart) return ABSENT
  return { refused: 'erased', erased: { at: facts.erasedAt, rule: citedRule(facts.erasedBy ?? null) } }
}
