import { relationTo } from '../case/relation.js'
import { refuse, type Refusal } from '../refusal.js'
import type { Action } from './action.js'
import { refusalInCase } from './in-case.js'
import { administers, refusalInClinic, type Actor, type Subject } from './subject.js'

/** Notes on sessions, and the forms that they are written in. */
const OF_NOTES = [
  'note.unsigned',
  'note.read',
  'note.write',
  'note.co-sign',
  'note.print',
  'note.for-client',
  'note.reply',
  'note-form.read',
  'note-form.write',
] as const satisfies readonly Action[]
type NoteAction = (typeof OF_NOTES)[number]

export function isOfNotes(action: Action): action is NoteAction {
  return (OF_NOTES as readonly Action[]).includes(action)
}

/**
 * A case's practitioners write and read its notes, its supervisors read and co-sign them, its clients and guardians read what
 * is shown to them; administrators read none and make the forms. (NO4, NO14)
 */
export function refusalInNotes(actor: Actor | null, action: NoteAction, subject: Subject): Refusal | null {
  if (!actor) return refuse('not-signed-in')
  if (action === 'note-form.write') {
    return subject.kind === 'clinic' && administers(actor, subject.clinic) ? null : refuse('not-yours')
  }
  if (action === 'note-form.read' || action === 'note.unsigned') {
    const isStaff = actor.audience === 'console' && actor.roles.length > 0
    return isStaff ? refusalInClinic(actor, subject) : refuse('not-yours')
  }
  const no = refusalInCase(actor, 'case.read', subject)
  if (no || subject.kind !== 'case') return no ?? refuse('not-yours')
  const relation = relationTo(subject.facts, actor.person)
  const isClients = relation === 'client' || relation === 'guardian'
  if (isClients !== (action === 'note.for-client' || action === 'note.reply')) return refuse('not-yours')
  if (action === 'note.co-sign') return relation === 'supervisor' ? null : refuse('not-yours')
  if (action !== 'note.write') return null
  return relation === 'practitioner' ? null : refuse('read-only')
}
