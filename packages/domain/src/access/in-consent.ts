import { relationTo, type Relation } from '../case/relation.js'
import { refuse, type Refusal } from '../refusal.js'
import type { Action } from './action.js'
import { ABSENT, administers, OWN_APP, refusalInClinic, type Actor, type Subject } from './subject.js'

/** Consents, their texts, and what was told to outsiders. (CO8, CO9) */
const OF_CONSENT = [
  'consent.read',
  'consent.answer',
  'consent-texts.read',
  'consent-texts.write',
  'disclosure.read',
  'disclosure.write',
  'disclosure.print',
] as const satisfies readonly Action[]
type ConsentAction = (typeof OF_CONSENT)[number]
type TextsAction = Extract<ConsentAction, `consent-texts.${string}`>
type CaseAction = Exclude<ConsentAction, TextsAction>

export function isOfConsent(action: Action): action is ConsentAction {
  return (OF_CONSENT as readonly Action[]).includes(action)
}

const EVERYBODY = ['client', 'guardian', 'practitioner', 'supervisor'] as const
/** A client's answer is a client's, or their guardian's; what was told is written down by whoever told it. */
const MAY: Readonly<Record<CaseAction, readonly Relation[]>> = {
  'consent.read': EVERYBODY,
  'consent.answer': ['client', 'guardian'],
  'disclosure.read': EVERYBODY,
  'disclosure.write': ['practitioner', 'supervisor'],
  'disclosure.print': EVERYBODY,
}

/** Also in a closed case: taking back a yes, giving it again, and what was told afterwards are not writing in the plan. (CO7) */
export function refusalOfConsent(
  actor: Actor | null,
  action: ConsentAction,
  subject: Subject,
): Refusal | null {
  if (!actor) return refuse('not-signed-in')
  if (isOfTexts(action)) return refusalOfTexts(actor, action, subject)
  if (subject.kind !== 'case') return refuse('not-yours')
  const { facts } = subject
  if (facts.clinic !== actor.clinic) return ABSENT
  const relation = relationTo(facts, actor.person)
  if (relation === null || OWN_APP[relation] !== actor.audience) return ABSENT
  return MAY[action].includes(relation) ? null : refuse('not-yours')
}

function isOfTexts(action: ConsentAction): action is TextsAction {
  return action === 'consent-texts.read' || action === 'consent-texts.write'
}

/** What a practice asks is known to everybody of it; an administrator decides on the words. (CO1) */
function refusalOfTexts(actor: Actor, action: TextsAction, subject: Subject): Refusal | null {
  const no = refusalInClinic(actor, subject)
  if (no || action === 'consent-texts.read') return no
  return administers(actor, actor.clinic) ? null : refuse('not-yours')
}
