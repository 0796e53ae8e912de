import { refuse, type Refusal } from '../refusal.js'
import type { Action } from './action.js'
import { ABSENT, refusalInClinic, type Actor, type StaffRole, type Subject } from './subject.js'

/** What a supervisor and a practitioner keep together, and what a supervisor's queue holds. (SQ14) */
const OF_SUPERVISION = [
  'queue.read',
  'supervision.list',
  'supervision.read',
  'supervision.write',
  'supervision.sign',
] as const satisfies readonly Action[]
type SupervisionAction = (typeof OF_SUPERVISION)[number]

export function isOfSupervision(action: Action): action is SupervisionAction {
  return (OF_SUPERVISION as readonly Action[]).includes(action)
}

/** A pair's own: for everybody else it does not exist, and without cases together nothing is added to it. (SQ14) */
export function refusalInSupervision(
  actor: Actor | null,
  action: SupervisionAction,
  subject: Subject,
): Refusal | null {
  if (!actor) return refuse('not-signed-in')
  if (action === 'queue.read' || action === 'supervision.list') {
    const roles: readonly StaffRole[] =
      action === 'queue.read' ? ['supervisor'] : ['supervisor', 'practitioner']
    const isStaff = actor.audience === 'console' && actor.roles.some((role) => roles.includes(role))
    return isStaff ? refusalInClinic(actor, subject) : refuse('not-yours')
  }
  if (subject.kind !== 'supervision') return refuse('not-yours')
  const { clinic, supervisor, practitioner, isCurrent, isKept } = subject.facts
  const isTheirs = actor.person === supervisor || actor.person === practitioner
  if (actor.clinic !== clinic || actor.audience !== 'console' || !isTheirs) return ABSENT
  if (!isCurrent && !isKept) return ABSENT
  return action === 'supervision.write' && !isCurrent ? refuse('read-only') : null
}
