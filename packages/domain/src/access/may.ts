import { livePartyOf } from '../case/party.js'
import { relationTo, type CaseFacts, type Relation } from '../case/relation.js'
import type { ClinicId, PersonId } from '../ids.js'
import { refuse, type Refusal } from '../refusal.js'
import type { Action } from './action.js'
import type { SupervisionFacts } from './supervision-facts.js'

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

/** A log that one person has to themselves: a client's or practitioner's drafts, a practitioner's private notes. (DR1, DR2) */
export interface OwnLog {
  readonly kind: 'own-log'
  readonly log: 'draft' | 'private'
  readonly writer: PersonId
  readonly facts: CaseFacts
}

/** What one client of a case wrote about how they like things. (CL18) */
export interface ComfortOfClient {
  readonly kind: 'comfort'
  readonly client: PersonId
  readonly facts: CaseFacts
}

/** What is asked about. */
export type Subject =
  | { readonly kind: 'door' }
  | { readonly kind: 'self' }
  | { readonly kind: 'clinic'; readonly clinic: ClinicId }
  | { readonly kind: 'case'; readonly facts: CaseFacts }
  | OwnLog
  | { readonly kind: 'client'; readonly facts: ClientFacts }
  | { readonly kind: 'supervision'; readonly facts: SupervisionFacts }
  | ComfortOfClient

/** What access rules need to know of a client or guardian, apart from their cases. */
export interface ClientFacts {
  readonly clinic: ClinicId
  /** Live practitioners of the cases in which they have a part now. */
  readonly practitioners: readonly PersonId[]
}

/** Which app somebody comes through to a case. (AC6) */
export const OWN_APP: Readonly<Record<Exclude<Relation, 'administrator'>, Audience>> = {
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
  if (isOfTheDesk(action)) return refusalAtTheDesk(actor, subject)
  if (isOfSupervision(action)) return refusalInSupervision(actor, action, subject)
  if (isOfComfort(action)) return refusalOfComfort(actor, action, subject)
  if (isOfAReview(action)) return refusalInReview(actor, action, subject)
  switch (action) {
    case 'sign-in':
    case 'clinic.greet':
    case 'health.read':
    case 'set-up':
    case 'welcome':
      return subject.kind === 'door' ? null : refuse('not-yours')
    case 'sign-out':
    case 'self.read':
      return actor && subject.kind === 'self' ? null : refuse('not-signed-in')
    case 'case.list':
    case 'attention.read':
    case 'clinic.read':
      return refusalInClinic(actor, subject)
    case 'case.read':
    case 'plan.read':
    case 'plan.look':
    case 'plan.seen':
    case 'history.read':
    case 'history.export':
    case 'looks.read':
    case 'looks.ask':
    case 'looks.answer':
    case 'plan.write':
    case 'phase.read':
    case 'phase.write':
      return refusalInCase(actor, action, subject)
    case 'draft.read':
    case 'draft.write':
    case 'private.read':
    case 'private.write':
      return refusalInOwnLog(actor, action, subject)
    case 'client.read':
    case 'client.write':
      return refusalOfClient(actor, subject)
  }
}

/** What administrators do with a clinic's people and with the outside of its cases. (CL4) */
const OF_THE_DESK = [
  'people.list',
  'people.manage',
  'people.import',
  'people.invite',
  'case-file.read',
  'case-file.write',
] as const satisfies readonly Action[]

function isOfTheDesk(action: Action): action is (typeof OF_THE_DESK)[number] {
  return (OF_THE_DESK as readonly Action[]).includes(action)
}

/** What a supervisor and a practitioner keep together, and what a supervisor's queue holds. (SQ14) */
const OF_SUPERVISION = [
  'queue.read',
  'supervision.list',
  'supervision.read',
  'supervision.write',
  'supervision.sign',
] as const satisfies readonly Action[]
type SupervisionAction = (typeof OF_SUPERVISION)[number]

function isOfSupervision(action: Action): action is SupervisionAction {
  return (OF_SUPERVISION as readonly Action[]).includes(action)
}

/** True when {@link refusalOf} has no objection; for hiding a button, never instead of the server. */
export function may(actor: Actor | null, action: Action, subject: Subject): boolean {
  return refusalOf(actor, action, subject) === null
}

function refusalInClinic(actor: Actor | null, subject: Subject): Refusal | null {
  if (!actor) return refuse('not-signed-in')
  return subject.kind === 'clinic' && subject.clinic === actor.clinic ? null : refuse('not-yours')
}

function refusalAtTheDesk(actor: Actor | null, subject: Subject): Refusal | null {
  if (!actor) return refuse('not-signed-in')
  return subject.kind === 'clinic' && administers(actor, subject.clinic) ? null : refuse('not-yours')
}

/** Administrators manage people and the outside of cases, at the console; nothing clinical. (AC3, CL4) */
function administers(actor: Actor, clinic: ClinicId): boolean {
  return actor.clinic === clinic && actor.audience === 'console' && actor.roles.includes('administrator')
}

const OF_A_REVIEW = [
  'review.read',
  'review.write',
  'review.for-client',
  'checklist.read',
  'checklist.write',
] as const satisfies readonly Action[]

function isOfAReview(action: Action): action is (typeof OF_A_REVIEW)[number] {
  return (OF_A_REVIEW as readonly Action[]).includes(action)
}

/**
 * A review is its supervisors' and its live practitioners'; a client reads what is marked safe for them. A closed case
 * is reviewed like an open one: nothing of its plan is written. (RV2, RV6)
 */
function refusalInReview(
  actor: Actor | null,
  action: (typeof OF_A_REVIEW)[number],
  subject: Subject,
): Refusal | null {
  if (action === 'checklist.read' || action === 'checklist.write') return refusalOfChecklist(actor, subject)
  const no = refusalInCase(actor, 'case.read', subject)
  if (no || !actor || subject.kind !== 'case') return no ?? refuse('not-yours')
  const relation = relationTo(subject.facts, actor.person)
  const isClients = relation === 'client' || relation === 'guardian'
  return isClients === (action === 'review.for-client') ? null : refuse('not-yours')
}

/** What a review asks is for those who sign, and for those who run the clinic. (RV12) */
function refusalOfChecklist(actor: Actor | null, subject: Subject): Refusal | null {
  if (!actor) return refuse('not-signed-in')
  if (subject.kind !== 'clinic') return refuse('not-yours')
  const supervises =
    actor.clinic === subject.clinic && actor.audience === 'console' && actor.roles.includes('supervisor')
  return supervises || administers(actor, subject.clinic) ? null : refuse('not-yours')
}

/** How to reach a client is for administrators and for the practitioners who see them now. (CL5) */
function refusalOfClient(actor: Actor | null, subject: Subject): Refusal | null {
  if (!actor) return refuse('not-signed-in')
  if (subject.kind !== 'client') return refuse('not-yours')
  const { clinic, practitioners } = subject.facts
  if (actor.clinic !== clinic) return ABSENT
  const isTheirs = actor.audience === 'console' && practitioners.includes(actor.person)
  return isTheirs || administers(actor, clinic) ? null : ABSENT
}

/** A pair's own: for everybody else it does not exist, and without cases together nothing is added to it. (SQ14) */
function refusalInSupervision(
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
  if (subject.kind !== 'supervision') return refuse('not-yours')
  const { clinic, supervisor, practitioner, isCurrent, isKept } = subject.facts
  const isTheirs = actor.person === supervisor || actor.person === practitioner
  if (actor.clinic !== clinic || actor.audience !== 'console' || !isTheirs) return ABSENT
  if (!isCurrent && !isKept) return ABSENT
  return action === 'supervision.write' && !isCurrent ? refuse('read-only') : null
}

type LooksAction = 'looks.read' | 'looks.ask' | 'looks.answer'

type CaseAction =
  | 'case.read'
  | 'plan.read'
  | 'plan.look'
  | 'plan.seen'
  | LooksAction
  | 'history.read'
  | 'history.export'
  | 'plan.write'
  | 'phase.read'
  | 'phase.write'

function refusalInCase(actor: Actor | null, action: CaseAction, subject: Subject): Refusal | null {
  if (!actor) return refuse('not-signed-in')
  if (subject.kind !== 'case') return refuse('not-yours')
  const { facts } = subject
  if (facts.clinic !== actor.clinic) return ABSENT
  const relation = relationTo(facts, actor.person)
  if (relation === null || OWN_APP[relation] !== actor.audience) return ABSENT
  if (isOfLooks(action)) return MAY_OF_LOOKS[action].includes(relation) ? null : refuse('not-yours')
  if (action !== 'plan.write' && action !== 'phase.write') return null
  if (relation === 'supervisor') return refuse('read-only')
  if (action === 'phase.write' && relation !== 'practitioner') return refuse('not-yours')
  return facts.closedAt === null ? null : refuse('case-closed')
}

/** Who looked at a record is for those whose record it is; why is theirs to ask, and the looker's to answer. (AC10, AC11) */
const MAY_OF_LOOKS: Readonly<Record<LooksAction, readonly Relation[]>> = {
  'looks.read': ['client', 'guardian', 'practitioner'],
  'looks.ask': ['client', 'guardian'],
  'looks.answer': ['practitioner', 'supervisor'],
}

function isOfLooks(action: CaseAction): action is LooksAction {
  return action in MAY_OF_LOOKS
}

type OwnAction = 'draft.read' | 'draft.write' | 'private.read' | 'private.write'

/** To everybody but its writer such a log does not exist, whatever they are to the case. (DR1) */
function refusalInOwnLog(actor: Actor | null, action: OwnAction, subject: Subject): Refusal | null {
  if (!actor) return refuse('not-signed-in')
  if (subject.kind !== 'own-log') return refuse('not-yours')
  const { log, writer, facts } = subject
  if (facts.clinic !== actor.clinic || writer !== actor.person) return ABSENT
  const party = livePartyOf(facts.parties, actor.person)
  if (!party || OWN_APP[party.relation] !== actor.audience) return ABSENT
  if (log === 'private' && party.relation !== 'practitioner') return ABSENT
  if (action !== `${log}.read` && action !== `${log}.write`) return ABSENT
  return action === `${log}.read` || facts.closedAt === null ? null : refuse('case-closed')
}

type ComfortAction = 'comfort.read' | 'comfort.write'

function isOfComfort(action: Action): action is ComfortAction {
  return action === 'comfort.read' || action === 'comfort.write'
}

/** The client and a guardian write it; the practitioners and supervisors of now read it; for a partner it is absent. (CL18) */
function refusalOfComfort(actor: Actor | null, action: ComfortAction, subject: Subject): Refusal | null {
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
