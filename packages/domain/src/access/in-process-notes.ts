import { livePartyOf } from '../case/party.js'
import { refuse, type Refusal } from '../refusal.js'
import type { Action } from './action.js'
import { ABSENT, type Actor, type Subject } from './subject.js'

type ProcessNoteAction = 'process-note.read' | 'process-note.write'

export function isOfProcessNotes(action: Action): action is ProcessNoteAction {
  return action === 'process-note.read' || action === 'process-note.write'
}

/** Its writer's alone, as long as they are a practitioner of the case; a closed case's is still written. (PN4, PN7) */
export function refusalOfProcessNote(actor: Actor | null, subject: Subject): Refusal | null {
  if (!actor) return refuse('not-signed-in')
  if (subject.kind !== 'process-note') return refuse('not-yours')
  const { writer, facts } = subject
  const isTheirs = facts.clinic === actor.clinic && writer === actor.person && actor.audience === 'console'
  return isTheirs && livePartyOf(facts.parties, writer)?.relation === 'practitioner' ? null : ABSENT
}
