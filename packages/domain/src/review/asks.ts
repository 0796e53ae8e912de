import type { GoalId, PersonId } from '../ids.js'
import type { Review } from './review.js'

/** A change that was asked for and is neither answered nor closed. Time in ms. (RV8) */
export interface WaitingAsk {
  readonly at: number
  readonly by: PersonId
  readonly goal: GoalId | null
}

/** What a review waits for from the practitioner, the oldest first. (SQ18) */
export function waitingAsks({ threads }: Pick<Review, 'threads'>): readonly WaitingAsk[] {
  return threads
    .flatMap((thread): readonly WaitingAsk[] => {
      if (thread.kind !== 'ask' || thread.answer !== null || thread.resolved !== null) return []
      return [{ at: thread.at, by: thread.by, goal: thread.pin.goal }]
    })
    .sort((a, b) => a.at - b.at)
}
