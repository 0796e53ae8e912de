import type { TextField } from '../goal/field.js'

/** Bounds of the accept path. All of them are configuration; the benchmark prints them. (LP11) */
export interface PlanLimits {
  /** Longest text of each field, in UTF-16 units. */
  readonly longest: Readonly<Record<TextField, number>>
  readonly longestReason: number
  readonly mostGoals: number
  /** Most steps, comments, topics or small wins of one goal. */
  readonly mostPerGoal: number
  /** How many entries behind the last one an operation may start, else `resync`. */
  readonly window: number
}

export const PLAN_LIMITS: PlanLimits = {
  longest: { name: 80, statement: 4_000, why: 4_000, text: 1_000, helps: 1_000 },
  longestReason: 1_000,
  mostGoals: 200,
  mostPerGoal: 200,
  window: 500,
}
