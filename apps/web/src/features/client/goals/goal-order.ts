import type { Goal } from '@accord/domain/goal/goal'
import type { GoalId } from '@accord/domain/ids'
import type { PlanCommand } from '@accord/domain/plan/command'
import { goalsInOrder, type Plan } from '@accord/domain/plan/plan'

/** Goals on the plan now, in the rank that people gave them. */
export function presentGoals(plan: Plan): readonly Goal[] {
  return goalsInOrder(plan).filter(({ lifecycle }) => lifecycle !== 'on-hold')
}

export function goalsSetAside(plan: Plan): readonly Goal[] {
  return goalsInOrder(plan).filter(({ lifecycle }) => lifecycle === 'on-hold')
}

/** The command that moves a goal one place among those on the plan; null where there is no such place. */
export function moveBy(goals: readonly Goal[], goal: GoalId, by: -1 | 1): PlanCommand | null {
  const from = goals.findIndex(({ id }) => id === goal)
  const to = from + by
  if (from < 0 || to < 0 || to >= goals.length) return null
  const before = goals[by === 1 ? to : to - 1]
  return { name: 'goal.move', goal, after: before?.id ?? null }
}
