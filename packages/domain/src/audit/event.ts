import type { Action } from '../access/action.js'
import type { Audience } from '../access/subject.js'
import type { CaseId, ClinicId, PersonId } from '../ids.js'

/** How an act ended: answered, refused by a rule, or broken off by a failure of ours. */
export const AUDIT_OUTCOMES = ['done', 'refused', 'failed'] as const
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number]

/** What somebody did, before it has its place in the chain. Ids and codes, never words. Time in ms. (AU1) */
export interface AuditAct {
  readonly at: number
  /** Null where nobody is signed in and none was named. */
  readonly person: PersonId | null
  readonly audience: Audience
  /** The staff roles at that moment, sorted, joined by a space; empty for a client. */
  readonly roles: string
  readonly action: Action
  readonly outcome: AuditOutcome
  readonly code: string | null
  readonly case: CaseId | null
  /** The one other thing that it is about: a log, a person, a session, ….  */
  readonly about: string | null
  readonly address: string
  readonly request: string | null
}

/** An act in a clinic's chain. (AU4) */
export interface AuditEvent extends AuditAct {
  readonly clinic: ClinicId
  readonly seq: number
  readonly prevHash: Uint8Array
  readonly hash: Uint8Array
}
