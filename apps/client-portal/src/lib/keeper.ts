import type { GoalKeeper } from '@accord/ui/kept-goals/kept-goals'

let before: Promise<unknown> = Promise.resolve()

/** Asks something of this device's keeper, one after another; null where the device keeps nothing. (OF6) */
export function withKeeper<Result>(what: (keeper: GoalKeeper) => Promise<Result>): Promise<Result | null> {
  const now = before.then(async (): Promise<Result | null> => {
    const { openGoalKeeper } = await import('@accord/ui/kept-goals/open-goal-keeper')
    const keeper = openGoalKeeper()
    return keeper ? what(keeper) : null
  })
  const safe = now.catch((error: unknown): null => {
    // Private windows have no store, and without a network its code may not be here: then nothing is kept.
    if (error instanceof DOMException || error instanceof TypeError) return null
    throw error
  })
  before = safe.catch(() => undefined)
  return safe
}
