import { useCallback, useEffect, useState } from 'react'
import type { GoalId, LogId } from '@accord/domain/ids'
import { openReplay } from './open-replay.js'
import type { ReplayDoor } from './replay-door.js'
import type { ReplayView } from './replay-view.js'

/** One opening of a replay: of what, and the how manieth try. */
interface Opening {
  readonly plan: LogId
  readonly goal: GoalId | null
  readonly tries: number
}

const OPENING: ReplayView = { phase: 'opening' }

/**
 * Opens a replay, keeps it while the page is here, and says when it is left. Going on from one goal to more begins
 * another; from the whole plan to one goal shows no more than was begun. (HI12, RP13, RP16)
 * @param door of one identity while the page is here
 * @param goal the goal that is replayed alone; null for the whole plan
 * @returns what to show, and a way to begin anew
 */
export function useReplay(
  door: ReplayDoor,
  plan: LogId,
  goal: GoalId | null,
): readonly [view: ReplayView, again: () => void] {
  const [opening, setOpening] = useState<Opening>({ plan, goal, tries: 0 })
  const [shown, setShown] = useState<{ readonly opening: Opening; readonly view: ReplayView } | null>(null)
  const isCovered = opening.plan === plan && (opening.goal === null || opening.goal === goal)
  if (!isCovered) setOpening({ plan, goal, tries: 0 })
  useEffect(() => openReplay(door, opening, (view) => setShown({ opening, view })), [door, opening])
  const again = useCallback(() => setOpening((last) => ({ ...last, tries: last.tries + 1 })), [])
  // A page that comes back from the browser's memory had left; its look begins anew.
  useEffect(() => {
    const onShow = (event: PageTransitionEvent) => {
      if (event.persisted) again()
    }
    window.addEventListener('pageshow', onShow)
    return () => window.removeEventListener('pageshow', onShow)
  }, [again])
  return [shown?.opening === opening ? shown.view : OPENING, again]
}
