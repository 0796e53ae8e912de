import type { ClinicId, LogId, PersonId } from '@accord/domain/ids'

/** Whom a channel tells of which plan. */
export interface Told {
  readonly clinic: ClinicId
  readonly person: PersonId
  readonly plan: LogId
}

/** Up to when somebody was told, in ms: by a plan that they had open or by a list, and by lists alone. */
export interface ToldUpTo {
  readonly plan: number
  readonly list: number
}

/**
 * A way to reach somebody who is away. What there is to tell comes from the plans themselves; a channel remembers
 * up to when it has told each person of each plan, so that nothing is told twice and nothing is left out. (AT8)
 */
export abstract class Channel {
  /** Up to when, in ms, by plan; a plan of which nothing was told yet is absent. */
  abstract toldUpTo(clinic: ClinicId, person: PersonId): Promise<ReadonlyMap<LogId, ToldUpTo>>

  /**
   * Notes that somebody knows up to a time, in ms, of everything that a plan shows, or that a list of news shows, which
   * is more. Never takes back what they knew.
   */
  abstract told(whom: Told, upTo: number, by: 'plan' | 'list'): Promise<void>
}
