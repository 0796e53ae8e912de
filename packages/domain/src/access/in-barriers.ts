import { relationTo } from '../case/relation.js'
import { refuse, type Refusal } from '../refusal.js'
import type { Action } from './action.js'
import { refusalInCase } from './in-case.js'
import { ABSENT, type Actor, type Subject } from './subject.js'

type BarrierAction = Extract<Action, `barrier.${string}`>

export function isOfBarriers(action: Action): action is BarrierAction {
  return action.startsWith('barrier.')
}

/** A client and their practitioner notice and say, practitioners move; to a guardian there is no such thing. (BA2, BA3) */
export function refusalOfBarriers(
  actor: Actor | null,
  action: BarrierAction,
  subject: Subject,
): Refusal | null {
  if (!actor) return refuse('not-signed-in')
  const no = refusalInCase(actor, 'case.read', subject)
  if (no || subject.kind !== 'case') return no ?? refuse('not-yours')
  const relation = relationTo(subject.facts, actor.person)
  if (relation === 'guardian') return ABSENT
  if (action === 'barrier.read') return null
  if (relation === 'supervisor') return refuse('read-only')
  if (action === 'barrier.move' && relation !== 'practitioner') return refuse('not-yours')
  return subject.facts.closedAt === null ? null : refuse('case-closed')
}
