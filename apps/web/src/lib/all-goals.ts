import type { CaseSummary, GoalSummary } from '@accord/domain/rest/case'

/** Every goal of a case that the reader sees: the plan's, then what is kept from a guardian. (CF6) */
export function allGoals({ goals, confidential }: CaseSummary): readonly GoalSummary[] {
  return [...goals, ...(confidential?.goals ?? [])]
}
