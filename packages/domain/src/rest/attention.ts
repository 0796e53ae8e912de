import { z } from 'zod/mini'
import type { AttentionItem } from '../attention/attention.js'
import type { Relation } from '../case/relation.js'
import type { CaseId, LogId, PersonId } from '../ids.js'
import type { PersonName } from '../sync/wire.js'

/** What would like the asker's attention in one case. */
export interface CaseAttention {
  readonly caseId: CaseId
  readonly plan: LogId
  /** What the asker is to the case; a supervisor only reads. */
  readonly relation: Relation
  readonly people: readonly PersonName[]
  readonly items: readonly AttentionItem[]
}

/** Answer of `GET /api/attention`: the asker's open cases that have something. `at` is when it was read, in ms. */
export interface AttentionList {
  readonly at: number
  readonly cases: readonly CaseAttention[]
}

/** Body of `POST /api/plans/:plan/seen`: the `at` of the list that somebody has seen, in ms. (AT8) */
export const seenSchema = z.strictObject({ upTo: z.int().check(z.nonnegative()) })
export type SeenBody = z.infer<typeof seenSchema>

/** Somebody's look at a record. Several on one day are told as one, with its latest time in ms. (AT11) */
export interface RecordLook {
  readonly person: PersonId
  readonly name: string
  readonly relation: Relation
  readonly what: 'plan-opened' | 'history-read' | 'replay-opened' | 'report-made'
  readonly at: number
}

/** Answer of `GET /api/cases/:caseId/looks`, the latest first. */
export interface RecordLooks {
  readonly looks: readonly RecordLook[]
}
