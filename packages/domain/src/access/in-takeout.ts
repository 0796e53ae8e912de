import { refuse, type Refusal } from '../refusal.js'
import { refusalInClinic, type Actor, type Subject } from './subject.js'

/** Whoever comes through the portal takes their own along; what is in it is asked part by part. (TO1, TO2) */
export function refusalOfTakeout(actor: Actor | null, subject: Subject): Refusal | null {
  const no = refusalInClinic(actor, subject)
  if (no || !actor) return no ?? refuse('not-signed-in')
  return actor.audience === 'portal' ? null : refuse('not-yours')
}
