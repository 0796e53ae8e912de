import { livePartyOf } from '../case/party.js'
import { relationTo, type Relation } from '../case/relation.js'
import { refuse, type Refusal } from '../refusal.js'
import type { Action } from './action.js'
import { ABSENT, OWN_APP, type Actor, type Subject } from './subject.js'

/** What is done in a case, by its relation. (AC2) */
const IN_A_CASE = [
  'case.read',
  'plan.read',
  'plan.look',
  'plan.seen',
  'plan.write',
  'history.read',
  'history.export',
  'looks.read',
  'looks.ask',
  'looks.answer',
  'phase.read',
  'phase.write',
  'session.read',
  'session.write',
  'session.take-part',
] as const satisfies readonly Action[]
type CaseAction = (typeof IN_A_CASE)[number]
type LooksAction = Extract<CaseAction, `looks.${string}`>

export function isInACase(action: Action): action is CaseAction {
  return (IN_A_CASE as readonly Action[]).includes(action)
}

export function refusalInCase(actor: Actor | null, action: CaseAction, subject: Subject): Refusal | null {
  if (!actor) return refuse('not-signed-in')
  if (subject.kind !== 'case') return refuse('not-yours')
  const { facts } = subject
  if (facts.clinic !== actor.clinic) return ABSENT
  const relation = relationTo(facts, actor.person)
  if (relation === null || OWN_APP[relation] !== actor.audience) return ABSENT
  if (isOfLooks(action)) return MAY_OF_LOOKS[action].includes(relation) ? null : refuse('not-yours')
  if (!(WRITES as readonly CaseAction[]).includes(action)) return null
  if (relation === 'supervisor') return refuse('read-only')
  if (action.endsWith('.write') && action !== 'plan.write' && relation !== 'practitioner')
    return refuse('not-yours')
  return facts.closedAt === null ? null : refuse('case-closed')
}

/** Parties do these, in an open case; phases and the life of sessions are their practitioner's. (CL15, SE3) */
const WRITES = [
  'plan.write',
  'phase.write',
  'session.write',
  'session.take-part',
] as const satisfies readonly CaseAction[]

/** Who looked at a record is for those whose record it is; why is theirs to ask, and the looker's to answer. (AC10, AC11) */
const MAY_OF_LOOKS: Readonly<Record<LooksAction, readonly Relation[]>> = {
  'looks.read': ['client', 'guardian', 'practitioner'],
  'looks.ask': ['client', 'guardian'],
  'looks.answer': ['practitioner', 'supervisor'],
}

function isOfLooks(action: CaseAction): action is LooksAction {
  return action in MAY_OF_LOOKS
}

type ComfortAction = 'comfort.read' | 'comfort.write'

export function isOfComfort(action: Action): action is ComfortAction {
  return action === 'comfort.read' || action === 'comfort.write'
}

/** The client and a guardian write it; the practitioners and supervisors of now read it; for a partner it is absent. (CL18) */
export function refusalOfComfort(
  actor: Actor | null,
  action: ComfortAction,
  subject: Subject,
): Refusal | null {
  if (!actor) return refuse('not-signed-in')
  if (subject.kind !== 'comfort') return refuse('not-yours')
  const { client, facts } = subject
  if (facts.clinic !== actor.clinic || livePartyOf(facts.parties, client)?.relation !== 'client')
    return ABSENT
  const relation = relationTo(facts, actor.person)
  if (relation === null || OWN_APP[relation] !== actor.audience) return ABSENT
  if (relation === 'client' && actor.person !== client) return ABSENT
  if (action === 'comfort.read') return null
  if (relation === 'supervisor') return refuse('read-only')
  if (relation === 'practitioner') return refuse('not-yours')
  return facts.closedAt === null ? null : refuse('case-closed')
}
