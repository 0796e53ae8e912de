import { z } from 'zod/mini'
import { FLAW_REASONS } from './verify.js'
import { ALARMS } from './witness.js'

/** Who found that a record does not hold: the server itself, a reader's browser, or a browser as a witness. (HI20) */
export type AlarmFinder = 'server' | 'browser' | 'witness'

const seq = z.int().check(z.nonnegative())

/** Body of `POST /api/plans/:plan/alarms`: what a browser found, and at which entry; 0 where at none in particular. (HI20) */
export const alarmReportSchema = z.discriminatedUnion('found', [
  z.strictObject({ found: z.literal('browser'), reason: z.enum(FLAW_REASONS), seq }),
  z.strictObject({ found: z.literal('witness'), reason: z.enum(ALARMS), seq }),
])
export type AlarmReport = z.infer<typeof alarmReportSchema>

const ALARM_REASONS = [...FLAW_REASONS, ...ALARMS, 'key-missing'] as const
/** Everything that an alarm can say of a record. */
export type AlarmReason = (typeof ALARM_REASONS)[number]

export function isAlarmReason(reason: string): reason is AlarmReason {
  return (ALARM_REASONS as readonly string[]).includes(reason)
}
