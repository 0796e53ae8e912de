import type { PersonId, SessionId } from '../ids.js'
import type { Station } from './station.js'

/** In UTF-16 code units. */
export const LONGEST_REPAIR = 500

/** How a dip is mended, one step at a time, in a practitioner's words; it is only ever added. Times in ms. (AL6) */
export interface RepairStep {
  readonly id: string
  /** The session that dipped, and whose check-in it was. */
  readonly session: SessionId
  readonly client: PersonId
  readonly step: Station
  readonly by: PersonId
  readonly at: number
  readonly words: string
}
