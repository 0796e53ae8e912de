/**
 * A clinic's own words for the wording check: docs/spec/wording.md. No text that anybody checks is ever sent. (WC1)
 *
 * - `GET /api/clinic/wording` → {@link WordingDecisions}
 * - `POST /api/clinic/wording` {@link WordingBody} → {@link WordingDecisions}
 *
 * Refused: 403 `not-yours`; 413 `too-large` (more decisions than a clinic keeps).
 */
import { z } from 'zod/mini'
import type { ClinicWord } from '../wording/clinic-wording.js'
import { isExpression, isOneLine, LONGEST_INSTEAD, LONGEST_WORDING_REASON } from '../wording/expression.js'
import type { PersonId } from '../ids.js'

export const MOST_WORDING_DECISIONS = 1_000

const line = (longest: number) => z.string().check(z.trim(), z.maxLength(longest), z.refine(isOneLine))

export const wordingSchema = z.strictObject({
  act: z.enum(['add', 'leave']),
  /** After BCP 47, without a region. */
  language: z.string().check(z.regex(/^[a-z]{2,3}$/)),
  words: z.string().check(z.trim(), z.refine(isExpression)),
  instead: line(LONGEST_INSTEAD),
  reason: line(LONGEST_WORDING_REASON).check(z.minLength(1)),
})
export type WordingBody = z.infer<typeof wordingSchema>

/** A decision with whoever made it, and when in ms. */
export interface WordingDecision extends ClinicWord {
  readonly id: string
  readonly by: { readonly person: PersonId; readonly name: string }
  readonly at: number
}

/** Everything that was decided, the oldest first. */
export interface WordingDecisions {
  readonly decisions: readonly WordingDecision[]
}
