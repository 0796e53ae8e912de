import { relationTo } from '../case/relation.js'
import { refuse, type Refusal } from '../refusal.js'
import type { Action } from './action.js'
import { refusalInCase } from './in-case.js'
import { administers, type Actor, type Subject } from './subject.js'

/** What people leave with, and for how long clients read on. */
const OF_ENDING = [
  'ending.read',
  'ending.print',
  'ending.write',
  'ending.begin',
  'ending.close',
  'reading-days.read',
  'reading-days.write',
] as const satisfies readonly Action[]
type EndingAction = (typeof OF_ENDING)[number]

export function isOfEnding(action: Action): action is EndingAction {
  return (OF_ENDING as readonly Action[]).includes(action)
}

/** Parties write in a pack, its practitioner begins and closes it, supervisors read. (EN1, EN7, EN8) */
export function refusalInEnding(actor: Actor | null, action: EndingAction, subject: Subject): Refusal | null {
  if (!actor) return refuse('not-signed-in')
  if (action === 'reading-days.read' || action === 'reading-days.write') {
    return subject.kind === 'clinic' && administers(actor, subject.clinic) ? null : refuse('not-yours')
  }
  const no = refusalInCase(actor, 'case.read', subject)
  if (no || subject.kind !== 'case') return no ?? refuse('not-yours')
  if (action === 'ending.read' || action === 'ending.print') return null
  const relation = relationTo(subject.facts, actor.person)
  if (relation === 'supervisor') return refuse('read-only')
  if (action !== 'ending.write' && relation !== 'practitioner') return refuse('not-yours')
  return subject.facts.closedAt === null ? null : refuse('case-closed')
}

/** What a client of a closed case keeps for good: reading their consents and taking them back. (CO8) */
const FOR_GOOD = ['consent.read', 'consent.answer'] as const satisfies readonly Action[]

/** Asked of everything that is allowed otherwise: whether the days of reading are over. (EN10) */
export function refusalAfterwards(actor: Actor | null, action: Action, subject: Subject): Refusal | null {
  if (!actor || actor.audience !== 'portal' || !('facts' in subject)) return null
  if (!('isReadingOver' in subject.facts) || !subject.facts.isReadingOver) return null
  return (FOR_GOOD as readonly Action[]).includes(action) ? null : refuse('reading-over')
}
