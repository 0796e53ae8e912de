import { relationTo, type CaseFacts } from '../case/relation.js'
import type { PersonId } from '../ids.js'
import { refuse, type Refusal } from '../refusal.js'
import type { Action } from './action.js'
import { ABSENT, refusalInClinic, type Actor, type EmergencyInCase, type Subject } from './subject.js'

/** Opening what isn't one's own, where somebody may be in danger. */
const OF_AN_EMERGENCY = [
  'emergency.find',
  'emergency.news',
  'emergency.open',
  'emergency.read',
  'emergency.end',
  'emergency.review',
] as const satisfies readonly Action[]
type EmergencyAction = (typeof OF_AN_EMERGENCY)[number]

export function isOfAnEmergency(action: Action): action is EmergencyAction {
  return (OF_AN_EMERGENCY as readonly Action[]).includes(action)
}

/** For whoever may not, there is no such case, and no such opening. (EM3, EM5, EM12) */
export function refusalInEmergency(
  actor: Actor | null,
  action: EmergencyAction,
  subject: Subject,
): Refusal | null {
  if (!actor) return refuse('not-signed-in')
  switch (action) {
    case 'emergency.find':
      return isClinical(actor) ? refusalInClinic(actor, subject) : refuse('not-yours')
    case 'emergency.news': {
      const isStaff = actor.audience === 'console' && actor.roles.length > 0
      return isStaff ? refusalInClinic(actor, subject) : refuse('not-yours')
    }
    case 'emergency.open':
      return subject.kind === 'emergency' ? refusalToOpen(actor, subject) : refuse('not-yours')
    case 'emergency.read':
    case 'emergency.end':
      return subject.kind === 'emergency' ? refusalOfOwn(actor, action, subject) : refuse('not-yours')
    case 'emergency.review':
      return subject.kind === 'emergency' ? refusalToReview(actor, subject) : refuse('not-yours')
  }
}

/** Whoever is in the case has their own way to it; for everybody else but the practice's people it is absent. (EM3) */
function refusalToOpen(actor: Actor, { facts, isWithheld }: EmergencyInCase): Refusal | null {
  if (facts.clinic !== actor.clinic || !isClinical(actor)) return ABSENT
  if (relationTo(facts, actor.person) !== null) return refuse('not-yours')
  return isWithheld ? ABSENT : null
}

/** Nobody but its opener, and only while it stands. (EM5, EM7) */
function refusalOfOwn(
  actor: Actor,
  action: 'emergency.read' | 'emergency.end',
  { facts, isWithheld, opening }: EmergencyInCase,
): Refusal | null {
  if (facts.clinic !== actor.clinic || !isClinical(actor)) return ABSENT
  if (opening?.openedBy !== actor.person || !opening.isStanding) return ABSENT
  return action === 'emergency.read' && isWithheld ? ABSENT : null
}

function refusalToReview(actor: Actor, { facts, opening }: EmergencyInCase): Refusal | null {
  if (facts.clinic !== actor.clinic || actor.audience !== 'console' || !opening) return ABSENT
  if (actor.person === opening.openedBy) return refuse('not-yours')
  const reviewers = reviewersOf(facts, opening.openedBy)
  if (reviewers.includes(actor.person)) return null
  if (reviewers.length === 0 && actor.roles.includes('supervisor')) return null
  return relationTo(facts, actor.person) === 'practitioner' ? refuse('not-yours') : ABSENT
}

/** The case's supervisors without whoever opened; where there is none, any other supervisor of the clinic. (EM12) */
function reviewersOf({ supervisors }: CaseFacts, openedBy: PersonId): readonly PersonId[] {
  return supervisors.filter((one) => one !== openedBy)
}

function isClinical({ audience, roles }: Actor): boolean {
  return audience === 'console' && (roles.includes('practitioner') || roles.includes('supervisor'))
}
