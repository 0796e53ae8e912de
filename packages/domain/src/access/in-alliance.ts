import { isShownTo } from '../alliance/check-in.js'
import { livePartyOf } from '../case/party.js'
import { relationTo } from '../case/relation.js'
import { refuse, type Refusal } from '../refusal.js'
import type { Action } from './action.js'
import { refusalInCase } from './in-case.js'
import {
  ABSENT,
  OWN_APP,
  refusalInClinic,
  type Actor,
  type CheckInOfClient,
  type Subject,
} from './subject.js'

/** Check-ins, what they show over time, and the record of repairs. */
const OF_THE_ALLIANCE = [
  'check-in.list',
  'check-in.read',
  'check-in.write',
  'alliance.read',
  'alliance.cues',
  'repair.write',
  'thresholds.read',
] as const satisfies readonly Action[]
type AllianceAction = (typeof OF_THE_ALLIANCE)[number]

export function isOfTheAlliance(action: Action): action is AllianceAction {
  return (OF_THE_ALLIANCE as readonly Action[]).includes(action)
}

/** A check-in is the client's own; staff read what it was shown to them for, and its page is theirs alone. (CI3, AL6) */
export function refusalInAlliance(
  actor: Actor | null,
  action: AllianceAction,
  subject: Subject,
): Refusal | null {
  if (!actor) return refuse('not-signed-in')
  if (action === 'check-in.list') {
    return actor.audience === 'portal' ? refusalInClinic(actor, subject) : refuse('not-yours')
  }
  if (action === 'thresholds.read' || action === 'alliance.cues') {
    return actor.audience === 'console' ? refusalInClinic(actor, subject) : refuse('not-yours')
  }
  if (action === 'check-in.read' || action === 'check-in.write') {
    return subject.kind === 'check-in' ? refusalOfCheckIn(actor, action, subject) : refuse('not-yours')
  }
  const no = refusalInCase(actor, 'case.read', subject)
  if (no || subject.kind !== 'case') return no ?? refuse('not-yours')
  const relation = relationTo(subject.facts, actor.person)
  if (relation !== 'practitioner' && relation !== 'supervisor') return refuse('not-yours')
  if (action === 'alliance.read') return null
  if (relation === 'supervisor') return refuse('read-only')
  return subject.facts.closedAt === null ? null : refuse('case-closed')
}

/** Nobody but its client writes it; a guardian and a partner find none, and staff none that is not for them yet. (CI3) */
function refusalOfCheckIn(
  actor: Actor,
  action: 'check-in.read' | 'check-in.write',
  { client, shown, facts }: CheckInOfClient,
): Refusal | null {
  if (facts.clinic !== actor.clinic || livePartyOf(facts.parties, client)?.relation !== 'client')
    return ABSENT
  const relation = relationTo(facts, actor.person)
  if (relation === null || OWN_APP[relation] !== actor.audience || relation === 'guardian') return ABSENT
  if (relation === 'client') {
    if (actor.person !== client) return ABSENT
    return action === 'check-in.read' || facts.closedAt === null ? null : refuse('case-closed')
  }
  if (shown === null || !isShownTo(relation, shown)) return ABSENT
  if (action === 'check-in.read') return null
  return refuse(relation === 'supervisor' ? 'read-only' : 'not-yours')
}
