import { z } from 'zod/mini'

const seq = z.pipe(z.string().check(z.regex(/^\d{1,15}$/)), z.transform(Number))

/** Query of `GET /api/plans/:plan/record`; from the first entry on when nothing is said. */
export const recordSchema = z.strictObject({ replay: z.uuid(), after: z._default(seq, 0) })
export type RecordQuery = z.infer<typeof recordSchema>

/** Query of `GET /api/plans/:plan/record/at`; the last entry when nothing is said. */
export const recordAtSchema = z.strictObject({ replay: z.uuid(), seq: z.optional(seq) })
export type RecordAtQuery = z.infer<typeof recordAtSchema>
