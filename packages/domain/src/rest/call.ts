/**
 * Where remote sessions meet: the clinic's own room, and a practitioner's in its place. (SE14)
 *
 * - `GET /api/clinic/call` → {@link CallLinks}
 * - `PUT /api/clinic/call` {@link CallBody} → {@link CallLinks}: administrators
 * - `PUT /api/self/call` {@link CallBody} → {@link CallLinks}: practitioners, their own
 *
 * Refused: 403 `not-yours`.
 */
import { z } from 'zod/mini'
import { isCallLink } from '../session/call-link.js'

export const callSchema = z.strictObject({ link: z.nullable(z.string().check(z.refine(isCallLink))) })
export type CallBody = z.infer<typeof callSchema>

export interface CallLinks {
  readonly clinic: string | null
  /** The asker's own. */
  readonly own: string | null
}
