import { relationTo } from '../case/relation.js'
import { refuse, type Refusal } from '../refusal.js'
import type { Action } from './action.js'
import { refusalInCase } from './in-case.js'
import { ABSENT, administers, refusalInClinic, type Actor, type Subject } from './subject.js'

/** Alerts, safety plans, and the numbers to ring. */
const OF_SAFETY = [
  'safety.alerts',
  'safety.acknowledge',
  'safety-plan.read',
  'safety-plan.write',
  'urgent-numbers.read',
  'urgent-numbers.write',
] as const satisfies readonly Action[]
type SafetyAction = (typeof OF_SAFETY)[number]

export function isOfSafety(action: Action): action is SafetyAction {
  return (OF_SAFETY as readonly Action[]).includes(action)
}

/** Everybody of a clinic has its numbers; a plan is its client's and their practitioner's, read by the supervisor. (SA3, SA7, SA10) */
export function refusalOfSafety(actor: Actor | null, action: SafetyAction, subject: Subject): Refusal | null {
  if (!actor) return refuse('not-signed-in')
  switch (action) {
    case 'urgent-numbers.read':
      return refusalInClinic(actor, subject)
    case 'urgent-numbers.write':
      return subject.kind === 'clinic' && administers(actor, subject.clinic) ? null : refuse('not-yours')
    case 'safety.alerts': {
      const isClinical = actor.roles.some((role) => role === 'practitioner' || role === 'supervisor')
      return actor.audience === 'console' && isClinical
        ? refusalInClinic(actor, subject)
        : refuse('not-yours')
    }
    case 'safety.acknowledge':
    case 'safety-plan.read':
    case 'safety-plan.write':
      return refusalInOne(actor, action, subject)
  }
}

type InOneCase = 'safety.acknowledge' | 'safety-plan.read' | 'safety-plan.write'

/** A guardian finds neither plan nor alert: what keeps somebody safe may have to be kept from home. (SA7) */
function refusalInOne(actor: Actor, action: InOneCase, subject: Subject): Refusal | null {
  const no = refusalInCase(actor, 'case.read', subject)
  if (no || subject.kind !== 'case') return no ?? refuse('not-yours')
  const relation = relationTo(subject.facts, actor.person)
  if (relation === 'guardian') return ABSENT
  if (action === 'safety.acknowledge') return relation === 'client' ? ABSENT : null
  if (action === 'safety-plan.read') return null
  if (relation === 'supervisor') return refuse('read-only')
  return subject.facts.closedAt === null ? null : refuse('case-closed')
}
