import { refuse, type Refusal } from '../refusal.js'
import type { Action } from './action.js'
import type { Actor, Subject } from './subject.js'

/**
 * Asked of everything that a case's relation decided: while a case is restricted nobody of the practice reads or writes
 * anything of it; its clients and guardians read on, and nobody writes [GDPR 18]. Whoever may not know of the case, and
 * whoever could not do it anyway, is answered as ever. (DR30)
 * @param no what the relation said
 */
export function refusalWhileRestricted(
  no: Refusal | null,
  actor: Actor | null,
  action: Action,
  subject: Subject,
): Refusal | null {
  const facts = 'facts' in subject && 'caseId' in subject.facts ? subject.facts : null
  if (!actor || facts?.restrictedAt == null) return no
  // A restricted case is closed as well, which is not why.
  if (no !== null) return no.refused === 'case-closed' ? refuse('restricted') : no
  if (actor.audience === 'console') return refuse('restricted')
  return (ACTS as readonly Action[]).includes(action) ? refuse('restricted') : null
}

/** What clients do in a closed case, and not while it is restricted: somebody of the practice would have to read it. */
const ACTS = ['looks.ask', 'addendum.write'] as const satisfies readonly Action[]
