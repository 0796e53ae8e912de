/**
 * What can still be read of a plan whose record does not hold. (FT12)
 *
 * - `GET /api/plans/:plan/readable` → {@link ReadablePlan}; written down as a look at the history (AC8)
 *
 * Refused: 404 `not-found` for a plan that is not the asker's.
 */
import type { Flaw } from '../history/verify.js'
import type { LogId } from '../ids.js'
import type { Plan } from '../plan/plan.js'
import type { GoalSummary } from './case.js'
import type { PersonName } from '../sync/wire.js'

export interface ReadablePlan {
  readonly log: LogId
  /** As it stood after the last entry before the one that does not hold; null where not even the first can be read. */
  readonly plan: Plan | null
  /** Its goals as lists show them. */
  readonly goals: readonly GoalSummary[]
  /** When that entry was stored, in ms; null where there is none. */
  readonly at: number | null
  /** The first entry that does not hold, 0 for none in particular; null where all of it holds. */
  readonly broken: { readonly seq: number; readonly reason: Flaw['reason'] | 'key-missing' } | null
  readonly people: readonly PersonName[]
}
