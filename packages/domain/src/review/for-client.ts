import type { GoalId, PersonId } from '../ids.js'
import type { Review } from './review.js'

/** A supervisor's comment as a client reads it: the words as they stand, and nothing that was said about them. (RV6) */
export interface CommentForClient {
  readonly id: string
  readonly by: PersonId
  readonly at: number
  readonly text: string
  readonly goal: GoalId | null
  readonly amended: boolean
}

/** What of a review is marked safe for the client, the latest first. Replies and asks never are. (RV6) */
export function commentsForClient(review: Review): readonly CommentForClient[] {
  return review.threads
    .flatMap((thread) => {
      if (thread.kind !== 'comment' || thread.readers !== 'client') return []
      const { id, by, at, text, pin, amendments } = thread
      return [{ id, by, at, text, goal: pin.goal, amended: amendments.length > 0 }]
    })
    .sort((a, b) => b.at - a.at)
}
