import { liveParties } from '../case/party.js'
import type { CaseFacts, Relation } from '../case/relation.js'
import type { PersonId } from '../ids.js'
import type { Action } from './action.js'
import { may } from './may.js'
import { OWN_APP, type Actor, type Subject } from './subject.js'

type InCase = Extract<Subject, { kind: 'case' | 'comfort' | 'check-in' | 'process-note' }>

/** Everybody in a case to whom the access rule allows it now, each through their own app: parties first. (CL20) */
export function whoMay(action: Action, subject: InCase): readonly PersonId[] {
  return peopleNow(subject.facts)
    .filter((actor) => may(actor, action, subject))
    .map(({ person }) => person)
}

/** Everybody who is somebody in a case now, each through their own app. */
export function peopleNow({ clinic, parties, supervisors }: CaseFacts): readonly Actor[] {
  const actorOf = (person: PersonId, relation: Exclude<Relation, 'administrator'>): Actor => {
    return { person, clinic, audience: OWN_APP[relation], roles: [] }
  }
  return [
    ...liveParties(parties).map(({ person, relation }) => actorOf(person, relation)),
    ...supervisors.map((person) => actorOf(person, 'supervisor')),
  ]
}
