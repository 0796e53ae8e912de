import { hasWords } from '@accord/domain/goal/wording'
import type { CaseSummary, GoalSummary } from '@accord/domain/rest/case'

/** Goals that stand on the plan now. */
export function presentGoals(summary: CaseSummary): readonly GoalSummary[] {
  return summary.goals.filter(({ lifecycle }) => lifecycle !== 'on-hold')
}

/** The goal whose words changed last, of those that have words. */
export function latestGoal(summary: CaseSummary): GoalSummary | null {
  return latest(presentGoals(summary).filter((goal) => hasWords(goal.statement.text)))
}

/** Who changed anything last, and when. */
export function lastChange(summary: CaseSummary): GoalSummary['lastChange'] | null {
  return latest(summary.goals)?.lastChange ?? null
}

function latest(goals: readonly GoalSummary[]): GoalSummary | null {
  return goals.reduce<GoalSummary | null>(
    (newest, goal) => (newest === null || goal.lastChange.at > newest.lastChange.at ? goal : newest),
    null,
  )
}
