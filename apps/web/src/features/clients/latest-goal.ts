import { hasWords } from '@accord/domain/goal/wording'
import { allGoals } from '../../lib/all-goals.js'
import type { CaseSummary, GoalSummary } from '@accord/domain/rest/case'

/** Goals that stand now, what is kept from a guardian included. */
export function presentGoals(summary: CaseSummary): readonly GoalSummary[] {
  return allGoals(summary).filter(({ lifecycle }) => lifecycle !== 'on-hold')
}

/** The goal whose words changed last, of those that have words. */
export function latestGoal(summary: CaseSummary): GoalSummary | null {
  return latest(presentGoals(summary).filter((goal) => hasWords(goal.statement.text)))
}

/** Who changed anything last, and when. */
export function lastChange(summary: CaseSummary): GoalSummary['lastChange'] | null {
  return latest(allGoals(summary))?.lastChange ?? null
}

function latest(goals: readonly GoalSummary[]): GoalSummary | null {
  return goals.reduce<GoalSummary | null>(
    (newest, goal) => (newest === null || goal.lastChange.at > newest.lastChange.at ? goal : newest),
    null,
  )
}
