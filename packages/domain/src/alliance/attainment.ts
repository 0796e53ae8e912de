import type { Goal } from '../goal/goal.js'
import { goalAttainmentT } from '../measure/goal-attainment.js'
import { goalsInOrder, type Plan } from '../plan/plan.js'

/** Whose ratings: each rates in their own series. (GS3) */
export type Rater = 'client' | 'practitioner'

/** Goal attainment as somebody rated it until a moment: "k of n goals scored". (AL5) */
export interface AttainmentPoint {
  /** Null where no goal was scored yet. */
  readonly t: number | null
  readonly scored: number
  readonly goals: number
}

/** Goal attainment as the ratings stood at a moment, in ms. Goals set aside since are left out of all of it. (AL5, GS4) */
export function attainmentAt(plan: Plan, rater: Rater, at: number): AttainmentPoint {
  const goals = goalsInOrder(plan).filter(
    ({ startedAt, lifecycle }) => startedAt <= at && lifecycle !== 'on-hold',
  )
  const scores = goals.map((goal) => ({ score: scoreAt(goal, rater, at) }))
  const scored = scores.filter(({ score }) => score !== null).length
  return { t: goalAttainmentT(scores), scored, goals: goals.length }
}

/** The latest rating on the scale as it was described then; another description is another series. (GS2) */
function scoreAt(goal: Goal, rater: Rater, at: number): number | null {
  const version = goal.scales.findLast((scale) => scale.at <= at)?.version
  const rating = goal.ratings.findLast(
    ({ on, relation, at: ratedAt }) =>
      on.kind === 'scale' && on.version === version && relation === rater && ratedAt <= at,
  )
  return rating?.value ?? null
}
