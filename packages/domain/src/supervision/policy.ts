import type { PersonId } from '../ids.js'
import type { HoursRuleId } from './hours-rule.js'
import { DEFAULT_THRESHOLDS, type QueueThresholds } from './thresholds.js'

/** How a clinic's queues decide, and which rules about hours it answers to. (SQ3, SQ13) */
export interface SupervisionPolicy {
  readonly thresholds: QueueThresholds
  readonly rules: readonly HoursRuleId[]
}

/** What every clinic begins with, and can go back to. (SQ20) */
export const DEFAULT_POLICY: SupervisionPolicy = { thresholds: DEFAULT_THRESHOLDS, rules: ['bacp'] }

/** A version that somebody wrote, from when it counted, in ms. Versions are only added. (SQ20) */
export interface PolicyVersion extends SupervisionPolicy {
  readonly version: number
  /** Null for one that came with the clinic. */
  readonly by: { readonly person: PersonId; readonly name: string } | null
  readonly at: number
}

/** True where two policies decide alike. */
export function isSamePolicy(one: SupervisionPolicy, other: SupervisionPolicy): boolean {
  const keys = Object.keys(DEFAULT_THRESHOLDS) as (keyof QueueThresholds)[]
  const rulesOf = ({ rules }: SupervisionPolicy) => [...rules].sort().join()
  return keys.every((key) => one.thresholds[key] === other.thresholds[key]) && rulesOf(one) === rulesOf(other)
}
