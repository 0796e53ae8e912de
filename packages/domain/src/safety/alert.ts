import type { CaseId, PersonId } from '../ids.js'

/**
 * An answer that somebody has to see at once, or one that was left out; it is never a diagnosis. It stands until a
 * person says that they know and what they did. (SA1–SA4)
 */
export type AlertKind = 'answered' | 'left-out'

export interface SafetyAlert {
  readonly id: string
  readonly caseId: CaseId
  readonly client: PersonId
  readonly clientName: string
  readonly request: string
  readonly kind: AlertKind
  /** In ms. */
  readonly at: number
  /** When it goes to the supervisor unless somebody said that they know; null where it does not. In ms. */
  readonly dueAt: number | null
  /** When it went to the supervisor; null while it has not. In ms. */
  readonly escalatedAt: number | null
  /** To whom it goes then; nobody where the case has no supervisor. */
  readonly supervisors: readonly string[]
  readonly instrument: string
  readonly title: string
  readonly item: string
  /** What was answered, in the instrument's own words; null for one that was left out. */
  readonly answer: string | null
  readonly acknowledged: AlertAcknowledgement | null
}

export interface AlertAcknowledgement {
  readonly by: PersonId
  readonly name: string
  readonly at: number
  readonly words: string
}

/** In UTF-16 code units. */
export const LONGEST_ACKNOWLEDGEMENT = 500
