import type { Goal } from '@accord/domain/goal/goal'
import { type GoalFamily, goalFamily } from '@accord/ui/whose-goal/goal-family'
import { useRoom } from '../room/room-context.js'

/** A goal and the people round it, as the viewer of this room names them. */
export function useGoalFamily(goal: Goal): GoalFamily {
  const { live, plan, people, viewer } = useRoom()
  return goalFamily({ live, plan, goal, people, viewer })
}
