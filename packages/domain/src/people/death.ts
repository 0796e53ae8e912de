import type { Day } from '../privacy/retention.js'
import { refuse, type Refusal } from '../refusal.js'

/** In UTF-16 code units. */
export const LONGEST_DEATH_REASON = 1_000

/** The day on which a client died, or that it was a mistake, over what was known before; a correction says why. (CL23) */
export interface DeathNoted {
  /** How many times something was noted before, as its author saw it. */
  readonly over: number
  /** Null takes it back. */
  readonly day: Day | null
  readonly reason: string | null
}

interface KnownOfDeath {
  readonly version: number
  readonly bornOn: Day | null
  readonly today: Day
}

/** Whether it can be noted: a day that was, after the birth; later ones with a reason. (CL23) */
export function refusalOfDeath(
  { over, day, reason }: DeathNoted,
  { version, bornOn, today }: KnownOfDeath,
): Refusal | null {
  if (over !== version) return refuse('words-changed')
  if (version === 0 ? day === null : reason === null) return refuse('malformed')
  if (day === null) return null
  return day > today || (bornOn !== null && day < bornOn) ? refuse('malformed') : null
}
