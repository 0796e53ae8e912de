import { refuse, type Refusal } from '../refusal.js'
import type { Action } from './action.js'
import { ABSENT, administers, refusalInClinic, type Actor, type StaffRole, type Subject } from './subject.js'

/** What a supervisor and a practitioner keep together, and what a supervisor's queue holds. (SQ14) */
const OF_SUPERVISION = [
  'queue.read',
  'supervision.list',
  'supervision.read',
  'supervision.write',
  'supervision.sign',
  'policy.read',
  'policy.write',
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
  if (action === 'policy.read' || action === 'policy.write') return refusalOfPolicy(actor, action, subject)
  if (subject.kind !== 'supervision') return refuse('not-yours')
  const { clinic, supervisor, practitioner, isCurrent, isKept } = subject.facts
  const isTheirs = actor.person === supervisor || actor.person === practitioner
  if (actor.clinic !== clinic || actor.audience !== 'console' || !isTheirs) return ABSENT
  if (!isCurrent && !isKept) return ABSENT
  return action === 'supervision.write' && !isCurrent ? refuse('read-only') : null
}

/** How a clinic's queues decide is for its supervisors to read, and for those who run the clinic to change. (SQ20) */
function refusalOfPolicy(
  actor: Actor,
  action: 'policy.read' | 'policy.write',
  subject: Subject,
): Refusal | null {
  if (subject.kind !== 'clinic') return refuse('not-yours')
  if (administers(actor, subject.clinic)) return null
  const supervises =
    actor.clinic === subject.clinic && actor.audience === 'console' && actor.roles.includes('supervisor')
  return supervises && action === 'policy.read' ? null : refuse('not-yours')
}
