import { relationTo } from '../case/relation.js'
import { refuse, type Refusal } from '../refusal.js'
import type { Action } from './action.js'
import { refusalInCase } from './in-case.js'
import { administers, type Actor, type Subject } from './subject.js'

/** What is done with a case's review, and with what a clinic's reviews ask. */
const OF_A_REVIEW = [
  'review.read',
  'review.write',
  'review.for-client',
  'checklist.read',
  'checklist.write',
] as const satisfies readonly Action[]

export function isOfAReview(action: Action): action is (typeof OF_A_REVIEW)[number] {
  return (OF_A_REVIEW as readonly Action[]).includes(action)
}

/**
 * A review is its supervisors' and its live practitioners'; a client reads what is marked safe for them. A closed case
 * is reviewed like an open one: nothing of its plan is written. (RV2, RV6)
 */
export function refusalInReview(
  actor: Actor | null,
  action: (typeof OF_A_REVIEW)[number],
  subject: Subject,
): Refusal | null {
  if (action === 'checklist.read' || action === 'checklist.write') return refusalOfChecklist(actor, subject)
  const no = refusalInCase(actor, 'case.read', subject)
  if (no || !actor || subject.kind !== 'case') return no ?? refuse('not-yours')
  const relation = relationTo(subject.facts, actor.person)
  const isClients = relation === 'client' || relation === 'guardian'
  return isClients === (action === 'review.for-client') ? null : refuse('not-yours')
}

/** What a review asks is for those who sign, and for those who run the clinic. (RV12) */
function refusalOfChecklist(actor: Actor | null, subject: Subject): Refusal | null {
  if (!actor) return refuse('not-signed-in')
  if (subject.kind !== 'clinic') return refuse('not-yours')
  const supervises =
    actor.clinic === subject.clinic && actor.audience === 'console' && actor.roles.includes('supervisor')
  return supervises || administers(actor, subject.clinic) ? null : refuse('not-yours')
}
