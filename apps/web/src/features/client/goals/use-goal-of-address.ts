import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import type { Goal } from '@accord/domain/goal/goal'
import { focusGoal } from './use-goal-keys.js'

/** Goes to the goal that the address names behind its #, once a visit. */
export function useGoalOfAddress(goals: readonly Goal[]): void {
  const { hash, key } = useLocation()
  const visited = useRef<string | null>(null)
  const goal = goals.find(({ id }) => hash === `#${id}`)?.id
  useEffect(() => {
    if (goal === undefined || visited.current === key) return
    visited.current = key
    focusGoal(goal)
  }, [goal, key])
}
