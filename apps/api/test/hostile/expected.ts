import type { Action } from '@accord/domain/access/action'
import { refusalOf } from '@accord/domain/access/may'
import type { Actor, Subject } from '@accord/domain/access/subject'
import { hasGuardian, withoutGuardians } from '@accord/domain/case/confidence'
import { livePartyOf } from '@accord/domain/case/party'
import type { RefusalCode } from '@accord/domain/refusal'
import { kindOf } from '../../src/access/subject.js'
import type { RouteDoor } from './doors.js'
import type { Place } from './world.js'

/** `open`: the rule has nothing against it; what the asked thing itself says is another matter. */
export type Expected = RefusalCode | 'open'

type Rule = (actor: Actor, place: Place) => Expected

/** Routes whose own rule asks more than the action's, each with where that is written. */
const OF_THEIR_OWN: Readonly<Record<string, Rule>> = {
  // To guardians there is no such log, nor is there one where no guardian reads the plan. (CF1, CF2)
  'ConfidenceController.open': (actor, { facts }) => {
    const no = refused(actor, 'plan.write', { kind: 'case', facts: withoutGuardians(facts) })
    return no === 'open' && !hasGuardian(facts) ? 'not-found' : no
  },
  // Nobody answers for somebody else: the look of the world is its practitioner's. (AC11)
  'LooksController.answer': (actor, { facts, practitioner }) => {
    const no = refused(actor, 'looks.answer', { kind: 'case', facts })
    return no === 'open' && actor.person !== practitioner ? 'not-found' : no
  },
  // Alarms are the practice's: to clients and guardians there are none. (HI22)
  'AlarmController.acknowledge': (actor, { facts }) =>
    actor.audience === 'portal' ? 'not-found' : refused(actor, 'alarms.acknowledge', { kind: 'case', facts }),
  // What is one's own is nobody else's: in the world it is the client's. (ID36)
  'WaysController.removePasskey': ofTheClient,
  'WaysController.endDevice': ofTheClient,
  // In the portal, about a case of one's own; and taken back by whoever asked. (DR10, DR11)
  'OwnRequestsController.make': (actor, { facts }) =>
    actor.audience === 'console'
      ? 'not-yours'
      : livePartyOf(facts.parties, actor.person)
        ? 'open'
        : 'not-found',
  'OwnRequestsController.withdraw': (actor, place) =>
    actor.audience === 'console' ? 'not-yours' : ofTheClient(actor, place),
  // It names a text, of which every clinic has one. (CO1)
  'ConsentTextController.write': (actor) =>
    refused(actor, 'consent-texts.write', { kind: 'clinic', clinic: actor.clinic }),
  // Asked of several cases at once, it answers for each of them. (RV9)
  'ReviewController.read': () => 'open',
}

function ofTheClient(actor: Actor, { client }: Place): Expected {
  return actor.person === client ? 'open' : 'not-found'
}

/** What the domain's rule, and nothing of the API, says of somebody asking at a route about a place. */
export function expectedOf({ name, action, path }: RouteDoor, actor: Actor | null, place: Place): Expected {
  const kind = kindOf(action)
  if (kind === 'door') return 'open'
  if (!actor) return 'not-signed-in'
  const own = OF_THEIR_OWN[name]
  if (own) return own(actor, place)
  if (kind === 'clinic') {
    const no = refused(actor, action, { kind, clinic: actor.clinic })
    // What an address names of another clinic is not there. (CL5)
    return no === 'open' && path.includes(':') && place.clinic !== actor.clinic ? 'not-found' : no
  }
  return refused(actor, action, subjectFor(kind, action, actor, place))
}

/** The same for what a socket says about a plan. */
export function expectedInPlan(action: Action, actor: Actor, { facts }: Place): Expected {
  return refused(actor, action, { kind: 'case', facts })
}

function subjectFor(
  kind: Exclude<Subject['kind'], 'door' | 'clinic'>,
  action: Action,
  actor: Actor,
  { clinic, facts, client, practitioner, supervisor, opener }: Place,
): Subject {
  switch (kind) {
    case 'self':
      return { kind }
    case 'case':
      return { kind, facts }
    case 'own-log':
      return { kind, log: action.startsWith('draft') ? 'draft' : 'private', writer: actor.person, facts }
    case 'comfort':
      return { kind, client, facts }
    // Whoever asks, asks for a check-in of their own. (CI3)
    case 'check-in':
      return { kind, client: actor.person, shown: null, facts }
    // As with a process note. (PN4)
    case 'process-note':
      return { kind, writer: actor.person, facts }
    case 'emergency': {
      const opening = action === 'emergency.open' ? null : { openedBy: opener, isStanding: true }
      return { kind, facts, isWithheld: false, opening }
    }
    case 'client':
      return {
        kind,
        facts: { clinic, practitioners: livePartyOf(facts.parties, practitioner) ? [practitioner] : [] },
      }
    case 'supervision':
      return { kind, facts: { clinic, supervisor, practitioner, isCurrent: true, isKept: true } }
  }
}

function refused(actor: Actor, action: Action, subject: Subject): Expected {
  return refusalOf(actor, action, subject)?.refused ?? 'open'
}
