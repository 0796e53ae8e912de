/**
 * How a clinic's queues decide, and which rules about hours it answers to. (SQ20)
 *
 * - `GET /api/clinic/supervision-policy` → {@link PolicyPage}
 * - `PUT /api/clinic/supervision-policy` {@link PolicyBody} → {@link PolicyPage}
 *
 * Refused: 403 `not-yours`; 409 `words-changed` when somebody wrote another version meanwhile.
 */
import { z } from 'zod/mini'
import { HOURS_RULE_IDS } from '../supervision/hours-rule.js'
import type { PolicyVersion } from '../supervision/policy.js'
import { thresholdsSchema } from '../supervision/thresholds.js'
import { revision } from '../sync/shapes.js'

/** `over` is the version that its writer had before them. */
export const policySchema = z.strictObject({
  over: revision,
  thresholds: thresholdsSchema,
  rules: z.array(z.enum(HOURS_RULE_IDS)).check(
    z.minLength(1),
    z.refine((rules) => new Set(rules).size === rules.length),
  ),
})
export type PolicyBody = z.infer<typeof policySchema>

/** The versions of a clinic's policy, the present one first; none while it has what every clinic begins with. */
export interface PolicyPage {
  readonly versions: readonly PolicyVersion[]
}
