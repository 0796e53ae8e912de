import { livePartyOf } from '../case/party.js'
import { refuse, type Refusal } from '../refusal.js'
import type { Action } from './action.js'
import { ABSENT, type Actor, type Subject } from './subject.js'

type ReflectionAction = 'reflection.read' | 'reflection.write'

export function isOfReflection(action: Action): action is ReflectionAction {
  return action === 'reflection.read' || action === 'reflection.write'
}

/** A practitioner of the case has one of their own; to everybody else there is no such thing. (RF2) */
export function refusalOfReflection(
  actor: Actor | null,
  action: ReflectionAction,
  subject: Subject,
): Refusal | null {
  if (!actor) return refuse('not-signed-in')
  if (subject.kind !== 'case') return refuse('not-yours')
  const { clinic, parties, closedAt } = subject.facts
  const isTheirs = clinic === actor.clinic && livePartyOf(parties, actor.person)?.relation === 'practitioner'
  if (!isTheirs || actor.audience !== 'console') return ABSENT
  return action === 'reflection.write' && closedAt !== null ? refuse('case-closed') : null
}
