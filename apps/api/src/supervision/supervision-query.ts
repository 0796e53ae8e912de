import { isCalendarDay } from '@accord/domain/goal/step'
import type { PersonId } from '@accord/domain/ids'
import { id } from '@accord/domain/sync/shapes'
import { z } from 'zod/mini'

/** Query of `GET /api/supervision/queue`; everybody's cases from the first one on when nothing is said. */
export const queueQuerySchema = z.strictObject({
  with: z._default(z.nullable(id<PersonId>()), null),
  from: z._default(z.pipe(z.string().check(z.regex(/^\d{1,6}$/)), z.transform(Number)), 0),
})
export type QueueQuery = z.infer<typeof queueQuerySchema>

/** Query of `GET …/meetings`. */
export const meetingsQuerySchema = z.strictObject({ from: z.string().check(z.refine(isCalendarDay)) })
export type MeetingsQuery = z.infer<typeof meetingsQuerySchema>
