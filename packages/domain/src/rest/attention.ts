import { z } from 'zod/mini'
import type { AttentionItem } from '../attention/attention.js'
import type { Relation } from '../case/relation.js'
import type { CaseId, LogId } from '../ids.js'
import type { ReviewConcern } from '../review/concerns.js'
import type { SessionNews } from '../session/session-news.js'
import type { PersonName } from '../sync/wire.js'
import type { HistoryAlarm } from './alarms.js'
import type { LookConcern } from './looks.js'

/** What would like the asker's attention in one log of a case. */
export interface CaseAttention {
  readonly caseId: CaseId
  /** The log: the case's plan, or what client and practitioner keep between them. (CF6) */
  readonly plan: LogId
  readonly audience: 'plan' | 'confidential'
  /** What the asker is to the case; a supervisor only reads. */
  readonly relation: Relation
  readonly people: readonly PersonName[]
  readonly items: readonly AttentionItem[]
  /** What was asked about the asker's looks, or answered about others'. (AC11) */
  readonly looks: readonly LookConcern[]
  /** What was said to the asker in the case's review. (AT12) */
  readonly reviews: readonly ReviewConcern[]
  /** What somebody else did about its sessions while the asker was away. (AT15) */
  readonly sessions: readonly SessionNews[]
  /** What was found that does not hold, of the plan and the review with the plan. Nobody's acknowledging hides it. (HI23) */
  readonly alarms: readonly AlarmConcern[]
}

/** An alarm as Today and the bell tell it. Time in ms. */
export interface AlarmConcern extends Pick<HistoryAlarm, 'id' | 'at' | 'reason'> {
  readonly isNew: boolean
  /** Names of those who acknowledged it. */
  readonly acknowledgedBy: readonly string[]
}

/** Answer of `GET /api/attention`: the asker's open cases that have something. `at` is when it was read, in ms. */
export interface AttentionList {
  readonly at: number
  readonly cases: readonly CaseAttention[]
}

/** Body of `POST /api/plans/:plan/seen`: the `at` of the list that somebody has seen, in ms. (AT8) */
export const seenSchema = z.strictObject({ upTo: z.int().check(z.nonnegative()) })
export type SeenBody = z.infer<typeof seenSchema>
