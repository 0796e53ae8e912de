/**
 * Guardians' parts that end by rule. docs/spec/guardians.md
 *
 * - `GET /api/guardians` → {@link Guardians}: those that end within 30 days or did so within the last 30, of the asker's cases
 * - `GET /api/clinic/guardian-rule` → {@link GuardianRule} (staff)
 * - `PUT /api/clinic/guardian-rule` {@link GuardianRuleBody} → {@link GuardianRule} (administrator); 409 `words-changed`
 */
import { z } from 'zod/mini'
import { AGE_JURISDICTIONS, FEWEST_YEARS, MOST_YEARS, type AgeJurisdiction } from '../case/guardian-age.js'
import type { CaseId, PersonId } from '../ids.js'
import { revision } from '../sync/shapes.js'

/** `after` is the version that was read; 0 before there was one. */
export const guardianRuleSchema = z.strictObject({
  after: revision,
  jurisdiction: z.enum(AGE_JURISDICTIONS),
  age: z.int().check(z.minimum(FEWEST_YEARS), z.maximum(MOST_YEARS)),
})
export type GuardianRuleBody = z.infer<typeof guardianRuleSchema>

export interface GuardianRule {
  readonly jurisdiction: AgeJurisdiction
  /** In whole years. */
  readonly age: number
  /** 0 while the practice set none. */
  readonly version: number
  readonly changed: { readonly name: string; readonly at: number } | null
}

/** A part that ends by rule, as somebody concerned is told it. */
export interface GuardianLine {
  readonly caseId: CaseId
  readonly guardian: PersonId
  readonly guardianName: string
  /** The clients of the case. */
  readonly clientNames: readonly string[]
  /** What the asker is to the case; a guardian's part may be over. */
  readonly relation: 'practitioner' | 'client' | 'guardian'
  /** In ms: the day begins then, where the practice is. */
  readonly endsAt: number
  readonly hasEnded: boolean
}

export interface Guardians {
  readonly lines: readonly GuardianLine[]
}
