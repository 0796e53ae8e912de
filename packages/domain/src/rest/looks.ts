/**
 * Who looked at the record of a case, and why. For its clients, guardians and practitioners. (AC10, AC11)
 *
 * - `GET /api/cases/:caseId/looks?before=MS` → {@link RecordLooks}
 * - `POST /api/cases/:caseId/looks/:look/question` {@link AskBody} → 201 {@link RecordLook}: clients and guardians;
 *   409 `already-exists` when it was asked already
 * - `POST /api/cases/:caseId/looks/:look/answer` {@link AskBody} → 201 {@link RecordLook}: whoever looked, once;
 *   409 `already-exists`
 */
import { z } from 'zod/mini'
import type { Relation } from '../case/relation.js'
import type { EmergencyPart, ReviewOutcome } from '../emergency/opening.js'
import type { CaseId, GoalId, PersonId, SessionId } from '../ids.js'
import { cleanText } from '../text/characters.js'
import type { LookKind } from '../looks/visits.js'

/** Characters of a question, or of an answer, at most. */
export const LONGEST_ASKING = 1_000

export const askSchema = z.strictObject({
  text: z.string().check(
    z.maxLength(LONGEST_ASKING),
    z.refine((text) => text.trim() !== '' && cleanText(text) === text),
  ),
})
export type AskBody = z.infer<typeof askSchema>

/** Something said about a look. Times in ms. */
interface Said {
  readonly by: PersonId
  readonly name: string
  readonly at: number
  readonly text: string
}

/** Somebody's look at a record, from when until when; what follows closely on itself is one look. */
export interface RecordLook {
  /** Names the look when it is asked about. */
  readonly look: string
  readonly person: PersonId
  readonly name: string
  readonly relation: Relation
  readonly what: LookKind
  /** The goal that alone was replayed, as it is called now; null for the whole plan. */
  readonly goal: { readonly id: GoalId; readonly name: string } | null
  /** Which session's note was read, as it is counted now; null for whatever is no note. */
  readonly session: { readonly id: SessionId; readonly number: number } | null
  readonly at: number
  /** When it was left; null while it lasts, or where nobody said so. */
  readonly until: number | null
  readonly question: (Said & { readonly answer: Said | null }) | null
  /** What an opening in an emergency opened, and why; null for other looks, and for a partner and a guardian. (EM10) */
  readonly emergency: LookInEmergency | null
}

/** Why a record was opened in an emergency, in its opener's words, and what a supervisor said of it. Time in ms. (EM10) */
export interface LookInEmergency {
  readonly parts: readonly EmergencyPart[]
  readonly reason: string
  readonly review: { readonly name: string; readonly at: number; readonly outcome: ReviewOutcome } | null
}

/** The latest first. */
export interface RecordLooks {
  readonly looks: readonly RecordLook[]
  /** Ask again with `before` at this time; null when there are none before. */
  readonly nextBefore: number | null
}

/** A question about one's own look that waits, an answer to one's own question that is new, an opening in an emergency. (AC11, EM10) */
export interface LookConcern {
  readonly kind: 'look-asked' | 'look-answered' | 'emergency'
  readonly caseId: CaseId
  readonly look: RecordLook
  /** When it was asked or answered, in ms. */
  readonly at: number
  readonly isNew: boolean
}
