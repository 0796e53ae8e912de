/**
 * Answers that somebody has to see at once, safety plans, and the numbers to ring when it can't wait. (SA)
 *
 * At the console:
 * - `GET /api/safety/alerts` → {@link SafetyAlerts}: a practitioner's own, and those that went to a supervisor
 * - `POST /api/safety/alerts/:safetyAlert/acknowledgement` {@link SafetyAcknowledgeBody} → 204
 * - `PUT /api/urgent-numbers` {@link UrgentNumbersBody} → {@link UrgentNumbersPage}: administrators
 *
 * At both:
 * - `GET /api/cases/:caseId/safety-plans` → {@link SafetyPlans}: those that the asker may read
 * - `POST /api/cases/:caseId/safety-plans/:client` {@link SafetyPlanBody} → {@link SafetyPlan}
 * - `GET /api/urgent-numbers` → {@link UrgentNumbersPage}
 *
 * Refused: 404 `not-found`; 403 `not-yours`, `read-only`; 409 `already-exists` (somebody said so before), `case-closed`,
 * `words-changed`.
 */
import { z } from 'zod/mini'
import type { CaseId, PersonId } from '../ids.js'
import { LONGEST_ACKNOWLEDGEMENT, type SafetyAlert } from '../safety/alert.js'
import { DIALLED, LONGEST_SAFETY_LINE, MOST_SAFETY_LINES, type SafetySteps } from '../safety/safety-plan.js'
import { COUNTRIES, MOST_NUMBERS, type UrgentNumbers } from '../safety/urgent-numbers.js'
import type { PersonName } from '../sync/wire.js'
import { words } from './words.js'
import { revision } from '../sync/shapes.js'

/** As it is dialled: digits, and what people put between them. */
const phone = z.string().check(z.trim(), z.maxLength(30), z.regex(DIALLED))

export interface SafetyAlerts {
  /** Those that nobody has acknowledged first, the latest first. */
  readonly alerts: readonly SafetyAlert[]
}

export const safetyAcknowledgeSchema = z.strictObject({ words: words(LONGEST_ACKNOWLEDGEMENT) })
export type SafetyAcknowledgeBody = z.infer<typeof safetyAcknowledgeSchema>

const line = z.strictObject({ words: words(LONGEST_SAFETY_LINE), phone: z.nullable(phone) })
const lines = z.array(line).check(z.maxLength(MOST_SAFETY_LINES))

/** All of the plan, and the version that it was written upon. */
export const safetyPlanSchema = z.strictObject({
  after: revision,
  steps: z.strictObject({
    signs: lines,
    coping: lines,
    people: lines,
    professionals: lines,
    surroundings: lines,
    reasons: lines,
  }),
})
export type SafetyPlanBody = z.infer<typeof safetyPlanSchema>

/** One client's plan as it stands now. */
export interface SafetyPlan {
  readonly caseId: CaseId
  readonly client: PersonId
  readonly name: string
  /** 0 while nothing was ever written. */
  readonly version: number
  readonly changed: { readonly by: PersonId; readonly name: string; readonly at: number } | null
  readonly steps: SafetySteps
  readonly readers: readonly PersonName[]
  readonly mayWrite: boolean
}

export interface SafetyPlans {
  readonly plans: readonly SafetyPlan[]
}

export const urgentNumbersSchema = z.strictObject({
  over: revision,
  country: z.enum(COUNTRIES),
  numbers: z
    .array(
      z.strictObject({
        name: words(80),
        number: phone,
        note: z.string().check(z.trim(), z.maxLength(160), z.regex(/^\P{Cc}*$/u)),
        source: words(120),
      }),
    )
    .check(z.minLength(1), z.maxLength(MOST_NUMBERS)),
})
export type UrgentNumbersBody = z.infer<typeof urgentNumbersSchema>

export interface UrgentNumbersPage extends UrgentNumbers {
  /** Who read them over last, and when in ms; null while nobody has. */
  readonly changed: { readonly name: string; readonly at: number } | null
}
