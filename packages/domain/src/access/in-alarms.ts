import { relationTo } from '../case/relation.js'
import { refuse, type Refusal } from '../refusal.js'
import type { Action } from './action.js'
import { refusalInCase } from './in-case.js'
import { ABSENT, administers, refusalInClinic, type Actor, type Subject } from './subject.js'

/** What is done about records that do not hold. (HI22) */
const OF_ALARMS = ['alarms.read', 'alarms.report', 'alarms.acknowledge'] as const satisfies readonly Action[]
type AlarmAction = (typeof OF_ALARMS)[number]

export function isOfAlarms(action: Action): action is AlarmAction {
  return (OF_ALARMS as readonly Action[]).includes(action)
}

/**
 * The practice's people are told of those of their cases, administrators of every plan's; whoever may read a history
 * may say that it does not hold; those who have to see to it acknowledge. (HI20, HI22)
 */
export function refusalOfAlarm(actor: Actor | null, action: AlarmAction, subject: Subject): Refusal | null {
  if (!actor) return refuse('not-signed-in')
  if (action === 'alarms.read') {
    const isStaff = actor.audience === 'console' && actor.roles.length > 0
    return isStaff ? refusalInClinic(actor, subject) : refuse('not-yours')
  }
  if (action === 'alarms.report') return refusalInCase(actor, 'history.read', subject)
  if (subject.kind !== 'case') return refuse('not-yours')
  if (subject.facts.clinic !== actor.clinic) return ABSENT
  if (administers(actor, actor.clinic)) return null
  const no = refusalInCase(actor, 'case.read', subject)
  if (no) return no
  return relationTo(subject.facts, actor.person) === 'supervisor' ? null : refuse('not-yours')
}
