import type { ItemKind } from '../addendum/item.js'
import { withoutGuardians } from '../case/confidence.js'
import { isPartnerOf, type CaseFacts } from '../case/relation.js'
import type { PersonId } from '../ids.js'
import type { Refusal } from '../refusal.js'
import type { Action } from './action.js'
import { refusalOf } from './may.js'
import { ABSENT, type Actor, type Audience, type CheckInOfClient } from './subject.js'
import { peopleNow } from './who-may.js'

/** What the rule needs to know of an item of a record. */
export interface ItemScope {
  readonly kind: ItemKind | 'note'
  /** Whose it is, where it is one client's own. */
  readonly client: PersonId | null
  /** Of what client and practitioner keep between them. (CF1) */
  readonly isBetween: boolean
  /** Of a check-in: to whom its client left it. (CI3) */
  readonly shown: CheckInOfClient['shown']
}

/** By which right each of them is read, in each app. */
const READ_BY: Readonly<Record<Exclude<ItemScope['kind'], 'check-in'>, Readonly<Record<Audience, Action>>>> =
  {
    moment: { console: 'history.read', portal: 'history.read' },
    session: { console: 'session.read', portal: 'session.read' },
    questionnaire: { console: 'measures.read', portal: 'questionnaire.read' },
    barrier: { console: 'barrier.read', portal: 'barrier.read' },
    'safety-plan': { console: 'safety-plan.read', portal: 'safety-plan.read' },
    ending: { console: 'ending.read', portal: 'ending.read' },
    'supervisor-said': { console: 'review.read', portal: 'review.for-client' },
    disclosure: { console: 'disclosure.read', portal: 'disclosure.read' },
    note: { console: 'note.read', portal: 'note.for-client' },
  }

/** Whoever may read an item reads what was added to it, and nobody else: there is no rule of its own for that. (AD2) */
export function refusalOfItem(actor: Actor, item: ItemScope, facts: CaseFacts): Refusal | null {
  const { kind, client, isBetween, shown } = item
  if (client !== null && isPartnerOf(facts, actor.person, client)) return ABSENT
  if (kind === 'check-in')
    return client === null ? ABSENT : refusalOf(actor, 'check-in.read', { kind, client, shown, facts })
  const among = isBetween ? withoutGuardians(facts) : facts
  return refusalOf(actor, READ_BY[kind][actor.audience], { kind: 'case', facts: among })
}

/** Everybody who reads an item now, parties first. (AD2) */
export function readersOfItem(item: ItemScope, facts: CaseFacts): readonly PersonId[] {
  return peopleNow(facts)
    .filter((actor) => refusalOfItem(actor, item, facts) === null)
    .map(({ person }) => person)
}
