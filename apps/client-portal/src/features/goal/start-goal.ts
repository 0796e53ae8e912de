import type { GoalId } from '@accord/domain/ids'
import { readChanges } from '@accord/domain/text/changes'
import { cleanText } from '@accord/domain/text/characters'
import type { LivePlan } from '@accord/ui/live-plan/live-plan'
import { newGoalId } from '@accord/ui/live-plan/new-goal-id'

/** Starts a goal with its first words. It is there at once, and goes to the server when there is a way to it. */
export function startGoal(live: LivePlan, name: string, words: string, goal = newGoalId()): GoalId {
  const title = cleanText(name).replace(/\s+/gu, ' ').trim()
  live.command({ name: 'goal.add', goal, kind: 'change', title })
  const statement = cleanText(words).trim()
  if (statement !== '') {
    live.edit({ goal, field: 'statement' }, readChanges([[0, ...statement.split('\n')]]))
  }
  return goal
}
