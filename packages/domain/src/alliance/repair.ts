import type { PersonId, SessionId } from '../ids.js'

/** How a dip is mended: somebody noticed, it was talked about, something changed. (AL6) */
export const REPAIR_STEPS = ['noticed', 'talked', 'changed'] as const
export type RepairStepKind = (typeof REPAIR_STEPS)[number]

/** In UTF-16 code units. */
export const LONGEST_REPAIR = 500

/** One step of a repair, in a practitioner's words; it is only ever added. Times in ms. */
export interface RepairStep {
  readonly id: string
  /** The session that dipped, and whose check-in it was. */
  readonly session: SessionId
  readonly client: PersonId
  readonly step: RepairStepKind
  readonly by: PersonId
  readonly at: number
  readonly words: string
}
