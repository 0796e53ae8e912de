import { relationTo, type CaseFacts, type Relation } from '../case/relation.js'
import type { ClinicId, PersonId } from '../ids.js'
import { refuse, type Refusal } from '../refusal.js'
import type { Action } from './action.js'

/** Which of the two apps somebody came through. A sign-in at one is worth nothing at the other. (AC6) */
export type Audience = 'console' | 'portal'

/** What a clinic employs somebody as. It opens the console; rights in a case come from the case. */
export type StaffRole = 'practitioner' | 'supervisor' | 'administrator'

/** Who is asking. */
export interface Actor {
  readonly person: PersonId
  readonly clinic: ClinicId
  readonly audience: Audience
  readonly roles: readonly StaffRole[]
}

/** What is asked about. */
export type Subject =
  | { readonly kind: 'door' }
  | { readonly kind: 'self' }
  | { readonly kind: 'clinic'; readonly clinic: ClinicId }
  | { readonly kind: 'case'; readonly facts: CaseFacts }

const OWN_APP: Readonly<Record<Exclude<Relation, 'administrator'>, Audience>> = {
  practitioner: 'console',
  supervisor: 'console',
  client: 'portal',
  guardian: 'portal',
}

/** Whoever has no relation to a case learns only what somebody learns of a case that does not exist. (AC5) */
const ABSENT: Refusal = refuse('not-found')

/**
 * The one access rule, for REST, every socket event and both apps. Deny by default: what is not
 * allowed here is refused. (AC1)
 * @returns null when allowed, else the reason
 */
export function refusalOf(actor: Actor | null, action: Action, subject: Subject): Refusal | null {
  switch (action) {
    case 'sign-in':
    case 'clinic.greet':
    case 'health.read':
      return subject.kind === 'door' ? null : refuse('not-yours')
    case 'sign-out':
    case 'self.read':
      return actor && subject.kind === 'self' ? null : refuse('not-signed-in')
    case 'case.list':
    case 'attention.read':
      if (!actor) return refuse('not-signed-in')
      return subject.kind === 'clinic' && subject.clinic === actor.clinic ? null : refuse('not-yours')
    case 'case.read':
    case 'plan.read':
    case 'plan.look':
    case 'history.read':
    case 'plan.seen':
    case 'looks.read':
    case 'plan.write':
      if (!actor) return refuse('not-signed-in')
      return subject.kind === 'case' ? refusalInCase(actor, action, subject.facts) : refuse('not-yours')
  }
}

/** True when {@link refusalOf} has no objection; for hiding a button, never instead of the server. */
export function may(actor: Actor | null, action: Action, subject: Subject): boolean {
  return refusalOf(actor, action, subject) === null
}

type CaseAction =
  'case.read' | 'plan.read' | 'plan.look' | 'plan.seen' | 'history.read' | 'looks.read' | 'plan.write'

function refusalInCase(actor: Actor, action: CaseAction, facts: CaseFacts): Refusal | null {
  if (facts.clinic !== actor.clinic) return ABSENT
  const relation = relationTo(facts, actor.person)
  if (relation === null || OWN_APP[relation] !== actor.audience) return ABSENT
  // Who looked at a record is for those whose record it is. (AT11)
  if (action === 'looks.read')
    return relation === 'client' || relation === 'guardian' ? null : refuse('not-yours')
  if (action !== 'plan.write') return null
  if (relation === 'supervisor') return refuse('read-only')
  return facts.closedAt === null ? null : refuse('case-closed')
}
