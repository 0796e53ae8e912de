/**
 * Alarms about records that do not hold. (HI20–HI23)
 *
 * - `GET /api/alarms` → {@link AlarmList}; asking is being told
 * - `POST /api/plans/:plan/alarms` `AlarmReport` → 204
 * - `POST /api/alarms/:alarm/acknowledgement` {@link AcknowledgeBody} → 204; once by each person
 *
 * Refused: 403 `not-yours`, 404 `not-found`, 409 `already-exists`.
 */
import { z } from 'zod/mini'
import type { AlarmFinder, AlarmReason } from '../history/alarm.js'
import type { CaseId, LogId, PersonId } from '../ids.js'

export type AlarmRole = 'administrator' | 'supervisor' | 'practitioner'

/** Somebody whom an alarm is for, and when it was first shown to them, in ms; null while it was not. */
export interface AlarmTold {
  readonly person: PersonId
  readonly name: string
  /** Null for who was told and has no part in it any more. */
  readonly as: AlarmRole | null
  readonly at: number | null
}

/** Who said that they know, and what they noted. */
export interface AlarmAcknowledged {
  readonly person: PersonId
  readonly name: string
  readonly at: number
  readonly note: string
}

/** A record that does not hold. Holds no words of it. Times in ms. */
export interface HistoryAlarm {
  readonly id: string
  readonly caseId: CaseId
  readonly log: LogId
  readonly audience: 'plan' | 'confidential' | 'review'
  /** Of the case, as lists show them. */
  readonly clients: readonly string[]
  /** The first entry that does not hold; 0 where it is none in particular. */
  readonly seq: number
  /** How many entries the log has. */
  readonly entries: number
  readonly reason: AlarmReason
  readonly found: AlarmFinder
  /** Whose browser it was; null for the server's own check. */
  readonly reporter: { readonly person: PersonId; readonly name: string } | null
  readonly at: number
  readonly told: readonly AlarmTold[]
  readonly acknowledged: readonly AlarmAcknowledged[]
  /** Whether the asker acknowledges it: a supervisor of the case or an administrator, once. */
  readonly isTheirs: boolean
}

/** All alarms that the asker is told of, the latest first; whole. */
export interface AlarmList {
  readonly at: number
  readonly alarms: readonly HistoryAlarm[]
}

export const acknowledgeSchema = z.strictObject({
  note: z.string().check(z.trim(), z.minLength(1), z.maxLength(1_000)),
})
export type AcknowledgeBody = z.infer<typeof acknowledgeSchema>
