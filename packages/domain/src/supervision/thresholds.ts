/**
 * From when on a case asks for its supervisor, in whole days. Each clinic keeps its own. (SQ3)
 *
 * The defaults are decisions of this design, not clinical claims: a week is how often most practitioners and
 * supervisors have a desk day together; fourteen and twenty-eight days are one and two of the fortnights in which
 * trainees are to be supervised at the least (BACP, supervision guidance); three days leave a new case over a weekend.
 */
export interface QueueThresholds {
  /** For how long open seals and answers other than yes may stand unread before they are for today. */
  readonly agreementDays: number
  /** A case that was last read longer ago is for this week. */
  readonly unreadWeekDays: number
  /** And from this on for today. */
  readonly unreadTodayDays: number
  /** For how long a case may go on before it is read for the first time. */
  readonly neverReadDays: number
}

export const DEFAULT_THRESHOLDS: QueueThresholds = {
  agreementDays: 7,
  unreadWeekDays: 14,
  unreadTodayDays: 28,
  neverReadDays: 3,
}
