import { relationTo } from '../case/relation.js'
import { refuse, type Refusal } from '../refusal.js'
import type { Action } from './action.js'
import { refusalInCase } from './in-case.js'
import type { Actor, Subject } from './subject.js'

type AddendumAction = Extract<Action, `addendum.${string}`>

export function isOfAddenda(action: Action): action is AddendumAction {
  return action.startsWith('addendum.')
}

/**
 * Whoever is of the case asks for what was added to its record, and is shown what stands at items that they read; clients and
 * guardians add, also once the case is closed. (AD2, AD5)
 */
export function refusalOfAddenda(
  actor: Actor | null,
  action: AddendumAction,
  subject: Subject,
): Refusal | null {
  const no = refusalInCase(actor, 'case.read', subject)
  if (no || !actor || subject.kind !== 'case') return no ?? refuse('not-yours')
  if (action === 'addendum.read') return null
  const relation = relationTo(subject.facts, actor.person)
  return relation === 'client' || relation === 'guardian' ? null : refuse('not-yours')
}
