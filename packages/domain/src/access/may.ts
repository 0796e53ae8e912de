import { livePartyOf } from '../case/party.js'
import { refuse, type Refusal } from '../refusal.js'
import type { Action } from './action.js'
import { refusalOfErased } from './erased.js'
import { isOfAddenda, refusalOfAddenda } from './in-addenda.js'
import { isOfBarriers, refusalOfBarriers } from './in-barriers.js'
import { isOfTheAlliance, refusalInAlliance } from './in-alliance.js'
import { isOfAlarms, refusalOfAlarm } from './in-alarms.js'
import { isInACase, isOfComfort, refusalInCase, refusalOfComfort } from './in-case.js'
import { isOfAnEmergency, refusalInEmergency } from './in-emergency.js'
import { isOfMeasures, refusalOfMeasures } from './in-measures.js'
import { isOfAReview, refusalInReview } from './in-review.js'
import { isOfSafety, refusalOfSafety } from './in-safety.js'
import { isOfNotes, refusalInNotes } from './in-notes.js'
import { isOfConsent, refusalOfConsent } from './in-consent.js'
import { isOfEnding, refusalAfterwards, refusalInEnding } from './in-ending.js'
import { isOfProcessNotes, refusalOfProcessNote } from './in-process-notes.js'
import { refusalWhileRestricted } from './while-restricted.js'
import { isOfReflection, refusalOfReflection } from './in-reflection.js'
import { isOfSettings, refusalOfSettings } from './in-settings.js'
import { refusalOfTakeout } from './in-takeout.js'
import { isOfSupervision, refusalInSupervision } from './in-supervision.js'
import { ABSENT, administers, OWN_APP, refusalInClinic, type Actor, type Subject } from './subject.js'

/**
 * The one access rule, for REST, every socket event and both apps. Deny by default: what is not
 * allowed here is refused. (AC1)
 * @returns null when allowed, else the reason
 */
export function refusalOf(actor: Actor | null, action: Action, subject: Subject): Refusal | null {
  if (isAtTheDoor(action)) return subject.kind === 'door' ? null : refuse('not-yours')
  if (isOfTheDesk(action)) return refusalAtTheDesk(actor, subject)
  const erased = refusalOfErased(actor, subject)
  if (erased) return erased
  const no = refusalByRelation(actor, action, subject)
  return refusalWhileRestricted(no, actor, action, subject) ?? refusalAfterwards(actor, action, subject)
}

function refusalByRelation(actor: Actor | null, action: Inside, subject: Subject): Refusal | null {
  if (isInACase(action)) return refusalInCase(actor, action, subject)
  if (isOfSupervision(action)) return refusalInSupervision(actor, action, subject)
  if (isOfComfort(action)) return refusalOfComfort(actor, action, subject)
  if (isOfTheAlliance(action)) return refusalInAlliance(actor, action, subject)
  if (isOfBarriers(action)) return refusalOfBarriers(actor, action, subject)
  if (isOfMeasures(action)) return refusalOfMeasures(actor, action, subject)
  if (isOfSafety(action)) return refusalOfSafety(actor, action, subject)
  if (isOfAnEmergency(action)) return refusalInEmergency(actor, action, subject)
  if (isOfNotes(action)) return refusalInNotes(actor, action, subject)
  if (isOfAReview(action)) return refusalInReview(actor, action, subject)
  if (isOfConsent(action)) return refusalOfConsent(actor, action, subject)
  if (isOfAddenda(action)) return refusalOfAddenda(actor, action, subject)
  if (isOfEnding(action)) return refusalInEnding(actor, action, subject)
  if (isOfAlarms(action)) return refusalOfAlarm(actor, action, subject)
  if (isOfReflection(action)) return refusalOfReflection(actor, action, subject)
  if (isOfProcessNotes(action)) return refusalOfProcessNote(actor, subject)
  if (isOfSettings(action)) return refusalOfSettings(actor, action, subject)
  return refusalOfOthers(actor, action, subject)
}

type OtherAction =
  | 'sign-out'
  | 'self.read'
  | 'self.secure'
  | 'case.list'
  | 'session.list'
  | 'attention.read'
  | 'clinic.read'
  | 'own-requests.read'
  | 'own-requests.write'
  | 'client.read'
  | 'client.write'
  | 'client.death'
  | 'takeout.make'
  | OwnAction

/** Oneself, what everybody of a clinic may, logs of one's own, how to reach a client. */
function refusalOfOthers(actor: Actor | null, action: OtherAction, subject: Subject): Refusal | null {
  switch (action) {
    case 'sign-out':
    case 'self.read':
    case 'self.secure':
      return actor && subject.kind === 'self' ? null : refuse('not-signed-in')
    case 'case.list':
    case 'session.list':
    case 'attention.read':
    case 'clinic.read':
      return refusalInClinic(actor, subject)
    case 'own-requests.read':
    case 'own-requests.write':
      return actor && actor.audience !== 'portal' ? refuse('not-yours') : refusalInClinic(actor, subject)
    case 'draft.read':
    case 'draft.write':
    case 'private.read':
    case 'private.write':
      return refusalInOwnLog(actor, action, subject)
    case 'client.read':
    case 'client.write':
    case 'client.death':
      return refusalOfClient(actor, subject)
    case 'takeout.make':
      return refusalOfTakeout(actor, subject)
  }
}

/** What anybody may ask who comes to the door. */
const AT_THE_DOOR = ['sign-in', 'clinic.greet', 'health.read', 'set-up', 'welcome'] as const

function isAtTheDoor(action: Action): action is (typeof AT_THE_DOOR)[number] {
  return AT_THE_DOOR.some((one) => one === action)
}

/** What administrators do with a clinic's people and with the outside of its cases. (CL4) */
const OF_THE_DESK = [
  'people.list',
  'people.manage',
  'people.import',
  'people.invite',
  'outbox.read',
  'outbox.send',
  'case-file.read',
  'case-file.write',
  'requests.count',
  'requests.read',
  'requests.answer',
  'retention.read',
  'retention.write',
  'hold.write',
  'restriction.lift',
  'audit.read',
  'audit.export',
] as const satisfies readonly Action[]

type Inside = Exclude<Action, (typeof AT_THE_DOOR)[number] | (typeof OF_THE_DESK)[number]>

function isOfTheDesk(action: Action): action is (typeof OF_THE_DESK)[number] {
  return (OF_THE_DESK as readonly Action[]).includes(action)
}

/** True when {@link refusalOf} has no objection; for hiding a button, never instead of the server. */
export function may(actor: Actor | null, action: Action, subject: Subject): boolean {
  return refusalOf(actor, action, subject) === null
}

function refusalAtTheDesk(actor: Actor | null, subject: Subject): Refusal | null {
  if (!actor) return refuse('not-signed-in')
  return subject.kind === 'clinic' && administers(actor, subject.clinic) ? null : refuse('not-yours')
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
