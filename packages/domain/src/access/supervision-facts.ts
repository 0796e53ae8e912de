import type { ClinicId, PersonId } from '../ids.js'

/** What access rules need to know of a supervisor and a practitioner. */
export interface SupervisionFacts {
  readonly clinic: ClinicId
  readonly supervisor: PersonId
  readonly practitioner: PersonId
  /** Whether the one supervises an open case of the other's now. */
  readonly isCurrent: boolean
  /** Whether they kept an agenda or a log together. */
  readonly isKept: boolean
}
