import type { Action } from './action.js'
import { refuse, type Refusal } from '../refusal.js'
import { administers, refusalInClinic, type Actor, type Subject } from './subject.js'

/** A clinic's words for the wording check, where remote sessions meet, when guardians' parts end. (WC6, SE14, GU1) */
const OF_SETTINGS = [
  'wording.read',
  'wording.write',
  'call.read',
  'call.write',
  'call.own',
  'consent.news',
  'reset-codes.read',
  'guardians.read',
  'guardian-rule.read',
  'guardian-rule.write',
] as const satisfies readonly Action[]
type SettingsAction = (typeof OF_SETTINGS)[number]

export function isOfSettings(action: Action): action is SettingsAction {
  return (OF_SETTINGS as readonly Action[]).includes(action)
}

/** Everybody's texts are checked by the clinic's words; administrators decide them. A practitioner has a room of their own. */
export function refusalOfSettings(
  actor: Actor | null,
  action: SettingsAction,
  subject: Subject,
): Refusal | null {
  const no = refusalInClinic(actor, subject)
  if (no || !actor) return no ?? refuse('not-signed-in')
  const isStaff = actor.audience === 'console' && actor.roles.length > 0
  switch (action) {
    case 'wording.read':
    case 'guardians.read':
      return null
    case 'consent.news':
    case 'reset-codes.read':
    case 'guardian-rule.read':
    case 'call.read':
      return isStaff ? null : refuse('not-yours')
    case 'wording.write':
    case 'guardian-rule.write':
    case 'call.write':
      return administers(actor, actor.clinic) ? null : refuse('not-yours')
    case 'call.own':
      return isStaff && actor.roles.includes('practitioner') ? null : refuse('not-yours')
  }
}
