import { relationTo } from '../case/relation.js'
import { refuse, type Refusal } from '../refusal.js'
import type { Action } from './action.js'
import { refusalInCase } from './in-case.js'
import { ABSENT, administers, refusalInClinic, type Actor, type Subject } from './subject.js'

/** Questionnaires, what they are made of, and what decides about them. */
const OF_MEASURES = [
  'questionnaire.list',
  'questionnaire.read',
  'questionnaire.write',
  'measures.read',
  'measures.ask',
  'instruments.read',
  'instruments.write',
  'thresholds.write',
] as const satisfies readonly Action[]
type MeasureAction = (typeof OF_MEASURES)[number]

export function isOfMeasures(action: Action): action is MeasureAction {
  return (OF_MEASURES as readonly Action[]).includes(action)
}

/**
 * A client fills in their own; the practitioners and supervisors of now read what was sent, and practitioners ask.
 * What is asked and by which numbers is decided by administrators, who read no answer. (ME6, ME9)
 */
export function refusalOfMeasures(
  actor: Actor | null,
  action: MeasureAction,
  subject: Subject,
): Refusal | null {
  if (!actor) return refuse('not-signed-in')
  switch (action) {
    case 'questionnaire.list':
      return actor.audience === 'portal' ? refusalInClinic(actor, subject) : refuse('not-yours')
    case 'instruments.read':
      return actor.audience === 'console' ? refusalInClinic(actor, subject) : refuse('not-yours')
    case 'instruments.write':
    case 'thresholds.write':
      return subject.kind === 'clinic' && administers(actor, subject.clinic) ? null : refuse('not-yours')
    case 'questionnaire.read':
    case 'questionnaire.write':
      return refusalOfOwn(actor, action, subject)
    case 'measures.read':
    case 'measures.ask':
      return refusalOfResults(actor, action, subject)
  }
}

/** To everybody but its client there is no such form; whose it is, is the service's to look up. (ME6) */
function refusalOfOwn(
  actor: Actor,
  action: 'questionnaire.read' | 'questionnaire.write',
  subject: Subject,
): Refusal | null {
  const no = refusalInCase(actor, 'case.read', subject)
  if (no || subject.kind !== 'case') return no ?? refuse('not-yours')
  if (relationTo(subject.facts, actor.person) !== 'client') return ABSENT
  return action === 'questionnaire.read' || subject.facts.closedAt === null ? null : refuse('case-closed')
}

function refusalOfResults(
  actor: Actor,
  action: 'measures.read' | 'measures.ask',
  subject: Subject,
): Refusal | null {
  const no = refusalInCase(actor, 'case.read', subject)
  if (no || subject.kind !== 'case') return no ?? refuse('not-yours')
  const relation = relationTo(subject.facts, actor.person)
  if (relation !== 'practitioner' && relation !== 'supervisor') return refuse('not-yours')
  if (action === 'measures.read') return null
  if (relation === 'supervisor') return refuse('read-only')
  return subject.facts.closedAt === null ? null : refuse('case-closed')
}
