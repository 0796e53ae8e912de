import { useEffect, useRef } from 'react'
import type { GoalId } from '@accord/domain/ids'
import { isForPage, isHeld, isSingleKey } from '../../../lib/keys.js'

export interface GoalKeys {
  readonly next: () => void
  readonly previous: () => void
  readonly edit: () => void
  readonly agree: () => void
  readonly toggleAuthors: () => void
}

/** Listens to the keys of the goals page; single keys only while they are turned on and nobody types. */
export function useGoalKeys(keys: GoalKeys, hasSingleKeys: boolean): void {
  const latest = useRef({ keys, hasSingleKeys })
  useEffect(() => {
    latest.current = { keys, hasSingleKeys }
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = actionOf(event, latest.current.keys, latest.current.hasSingleKeys)
      if (act === null) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

/** The goal in which the focus is, if any. */
export function focusedGoal(): GoalId | null {
  const card = document.activeElement?.closest<HTMLElement>('[data-goal]')
  return (card?.dataset.goal ?? null) as GoalId | null
}

/** Puts the focus on a goal as a whole. */
export function focusGoal(goal: GoalId): void {
  const card = document.querySelector<HTMLElement>(`[data-goal="${goal}"]`)
  card?.focus()
  card?.scrollIntoView({ block: 'nearest' })
}

function actionOf(event: KeyboardEvent, keys: GoalKeys, hasSingleKeys: boolean): (() => void) | null {
  if (event.key === 'Enter' && isHeld(event)) return isForPage(event) ? keys.agree : null
  if (!hasSingleKeys || !isSingleKey(event)) return null
  switch (event.key.toLowerCase()) {
    case 'j':
      return keys.next
    case 'k':
      return keys.previous
    case 'e':
      return keys.edit
    case 'a':
      return keys.toggleAuthors
  }
  return null
}
