/**
 * What was seen to in the first sessions of a case, by whom and when. (SE18)
 *
 * - `GET /api/cases/:caseId/first-session` → {@link FirstSession}
 * - `POST /api/cases/:caseId/first-session` {@link FirstSessionBody} → {@link FirstSession}
 */
import { z } from 'zod/mini'
import { FIRST_SESSION_ITEMS, type FirstSessionItem } from '../session/first-session.js'
import type { PersonId } from '../ids.js'

export const firstSessionSchema = z.strictObject({ item: z.enum(FIRST_SESSION_ITEMS), done: z.boolean() })
export type FirstSessionBody = z.infer<typeof firstSessionSchema>

/** What is ticked now. `at` in ms. */
export interface FirstSessionTick {
  readonly item: FirstSessionItem
  readonly by: PersonId
  readonly name: string
  readonly at: number
}

export interface FirstSession {
  readonly ticks: readonly FirstSessionTick[]
}
