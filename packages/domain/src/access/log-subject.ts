import type { Refusal } from '../refusal.js'
import type { Action } from './action.js'
import { refusalOf } from './may.js'
import type { Actor, OwnLog, Subject } from './subject.js'

/** A log that the parties of a case share: its plan, or what is kept from guardians, without them in the facts. (CF3) */
export type SharedLog = Extract<Subject, { kind: 'case' }> & { readonly audience: 'plan' | 'confidential' }

/** What a log is to access rules: one that is shared, or one person's own. */
export type LogSubject = SharedLog | OwnLog

/** What somebody wants of a log. Looking, noting what was seen and replaying are reading where there is nobody else. */
export type LogUse = 'read' | 'write' | 'look' | 'seen' | 'replay'

/** The one access rule, asked of a log of any audience. (AC1, DR1) */
export function refusalInLog(actor: Actor, use: LogUse, subject: LogSubject): Refusal | null {
  return refusalOf(actor, actionOn(subject, use), subject)
}

function actionOn(subject: LogSubject, use: LogUse): Action {
  if (subject.kind === 'own-log') return `${subject.log}.${use === 'write' ? 'write' : 'read'}`
  return use === 'replay' ? 'history.read' : `plan.${use}`
}
