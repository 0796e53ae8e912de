/**
 * Opening what isn't one's own, where somebody may be in danger. (EM)
 *
 * At the console:
 * - `POST /api/emergency/find` {@link EmergencyFindBody} → 200 {@link EmergencyMatches}; 429 `too-fast`
 * - `POST /api/emergency` {@link EmergencyBody} → 201 {@link EmergencyOpened}: one that stands and holds as much goes on
 * - `GET /api/emergency` → {@link EmergencyNews}: the asker's own, those of their cases, those they may review
 * - `GET /api/emergency/:access/:part` → {@link EmergencyRead}: its opener, while it stands
 * - `POST /api/emergency/:access/end` → 204
 * - `POST /api/emergency/:access/review` {@link EmergencyReviewBody} → 204; 409 `already-exists`
 *
 * Refused: 404 `not-found` for whatever isn't there for the asker; 403 `not-yours`.
 */
import { z } from 'zod/mini'
import {
  EMERGENCY_PARTS,
  EMERGENCY_REASONS,
  isReason,
  LONGEST_EMERGENCY_WORDS,
  REVIEW_OUTCOMES,
  type EmergencyPart,
  type EmergencyReason,
  type ReviewOutcome,
} from '../emergency/opening.js'
import { isUuid, type CaseId, type GoalId, type PersonId } from '../ids.js'
import type { NoteContent } from '../note/content.js'
import type { SafetySteps } from '../safety/safety-plan.js'

const reason = z
  .string()
  .check(z.trim(), z.maxLength(LONGEST_EMERGENCY_WORDS), z.regex(/^[\P{Cc}\n]*$/u), z.refine(isReason))
const id = <Id extends string>() =>
  z.pipe(
    z.string().check(z.refine(isUuid)),
    z.transform((value) => value as Id),
  )

export const emergencyFindSchema = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
})
export type EmergencyFindBody = z.infer<typeof emergencyFindSchema>

/** Somebody of that very name. Nothing of the record. (EM1) */
export interface EmergencyMatch {
  readonly caseId: CaseId
  readonly client: PersonId
  readonly name: string
  /** Whom to ring first. */
  readonly practitioners: readonly string[]
  /** Who reads the reason: the client, practitioners and supervisors. */
  readonly told: readonly string[]
  /** The asker is of this case: they need no emergency to open it. */
  readonly isOwn: boolean
}

export interface EmergencyMatches {
  readonly matches: readonly EmergencyMatch[]
}

export const emergencySchema = z.strictObject({
  caseId: id<CaseId>(),
  client: id<PersonId>(),
  parts: z.array(z.enum(EMERGENCY_PARTS)).check(z.minLength(1), z.maxLength(EMERGENCY_PARTS.length)),
  code: z.enum(EMERGENCY_REASONS),
  why: reason,
})
export type EmergencyBody = z.infer<typeof emergencySchema>

export interface EmergencyOpened {
  readonly access: string
}

/** Why a record was opened, for those who read it. (EM9, EM10) */
export interface EmergencyWhy {
  readonly parts: readonly EmergencyPart[]
  readonly code: EmergencyReason
  readonly reason: string
}

/** What was said of it afterwards. Time in ms. (EM12) */
export interface EmergencyReview {
  readonly name: string
  readonly at: number
  readonly outcome: ReviewOutcome
  /** Null for administrators. */
  readonly words: string | null
}

/** One opening, as its reader is told of it. Times in ms. */
export interface EmergencyLine {
  readonly access: string
  readonly caseId: CaseId
  readonly client: string
  readonly by: string
  readonly at: number
  readonly until: number
  /** It is open now. */
  readonly isStanding: boolean
  /** Null for administrators. (EM9) */
  readonly why: EmergencyWhy | null
  readonly reviewDueAt: number
  readonly review: EmergencyReview | null
  readonly isOwn: boolean
  readonly mayReview: boolean
}

/** Those that nobody has reviewed, and those of the last 30 days; the latest first. `at` is PostgreSQL's time, in ms. */
export interface EmergencyNews {
  readonly at: number
  readonly openings: readonly EmergencyLine[]
}

/** What keeps a client safe, and how to reach them. */
export interface EmergencySafety {
  readonly part: 'safety'
  readonly phone: string | null
  readonly contact: { readonly name: string; readonly relation: string; readonly phone: string } | null
  /** Null where none was ever written. */
  readonly plan: { readonly at: number; readonly steps: SafetySteps } | null
}

/** The last note of the case that is signed and settled, with what was amended and replied. */
export interface EmergencyNote {
  readonly part: 'note'
  readonly note: {
    readonly author: string
    readonly signedAt: number
    readonly content: NoteContent
    readonly amendments: readonly { readonly at: number; readonly words: string }[]
    /** What clients and guardians to whom it is shown said about it. (TO10) */
    readonly replies: readonly { readonly by: string; readonly at: number; readonly words: string }[]
  } | null
}

/** Goals that are not finished, as they are now. */
export interface EmergencyGoals {
  readonly part: 'goals'
  readonly goals: readonly {
    readonly id: GoalId
    readonly name: string
    readonly statement: string
    readonly steps: readonly { readonly text: string; readonly isDone: boolean }[]
  }[]
}

export type EmergencyRead = EmergencySafety | EmergencyNote | EmergencyGoals

export const emergencyReviewSchema = z.strictObject({ outcome: z.enum(REVIEW_OUTCOMES), why: reason })
export type EmergencyReviewBody = z.infer<typeof emergencyReviewSchema>
