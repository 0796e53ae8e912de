import { z } from 'zod/mini'

const days = z.int().check(z.minimum(1), z.maximum(365))

/**
 * From when on a case asks for its supervisor, in whole days. Each clinic keeps its own. (SQ3)
 *
 * The defaults are decisions of this design, not clinical claims: a week is how often most practitioners and
 * supervisors have a desk day together; fourteen and twenty-eight days are one and two of the fortnights in which
 * trainees are to be supervised at the least (BACP, supervision guidance); three days leave a new case over a weekend.
 */
export const thresholdsSchema = z
  .strictObject({
    /** For how long open seals and answers other than yes may stand unread before they are for today. */
    agreementDays: days,
    /** A case that was last read longer ago is for this week. */
    unreadWeekDays: days,
    /** And from this on for today. */
    unreadTodayDays: days,
    /** For how long a case may go on before it is read for the first time. */
    neverReadDays: z.int().check(z.minimum(0), z.maximum(365)),
    /** For how long what was read may stay unsigned before it is for this week. (SQ17) */
    unsignedDays: days,
    /** For how long a change that was asked for may wait before it is for this week. (SQ18) */
    askDays: days,
  })
  .check(z.refine(({ unreadWeekDays, unreadTodayDays }) => unreadTodayDays > unreadWeekDays))
export type QueueThresholds = Readonly<z.infer<typeof thresholdsSchema>>

export const DEFAULT_THRESHOLDS: QueueThresholds = {
  agreementDays: 7,
  unreadWeekDays: 14,
  unreadTodayDays: 28,
  neverReadDays: 3,
  unsignedDays: 7,
  askDays: 7,
}
