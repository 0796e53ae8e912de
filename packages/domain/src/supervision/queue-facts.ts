import type { PersonId } from '../ids.js'
import type { Plan } from '../plan/plan.js'

/** Something that the live plan or a check of the history raised. Holds no words. */
export interface QueueAlert {
  readonly kind: 'large-deletion' | 'history-broken'
  readonly at: number
  readonly by: PersonId | null
}

/** One record of a case, as its supervisor knows it. Times in ms. */
export interface RecordFacts {
  /** Null when its history could not be read. */
  readonly plan: Plan | null
  readonly alerts: readonly QueueAlert[]
  /** When the supervisor last read it, by the access events; null when never. (SQ2) */
  readonly readAt: number | null
}

/** What waits in a case's review. */
export interface ReviewFacts {
  readonly asks: readonly { readonly at: number; readonly by: PersonId; readonly goalName: string }[]
  /** What the supervisor read and no signature covers: up to which change, and when they first had the oldest of it. */
  readonly unsigned: { readonly upTo: number; readonly at: number } | null
}

/** What a queue knows of one case, for one supervisor. */
export interface QueueFacts extends RecordFacts {
  readonly supervisor: PersonId
  /** What client and practitioner keep from a guardian, where there is any that the supervisor reads. (SQ19) */
  readonly confidential: RecordFacts | null
  readonly review: ReviewFacts
  /** Since when they supervise it. */
  readonly since: number
  readonly now: number
}
