import type { CaseId, ClinicId, PersonId } from '../ids.js'
import { livePartyOf, type Party, type PartyRelation } from './party.js'

/** What somebody is to one case. Roles come from this, never from a label on the person. (AC2) */
export type Relation = PartyRelation | 'supervisor' | 'administrator'

/** What access rules need to know of a case [FHIR EpisodeOfCare]. */
export interface CaseFacts {
  readonly clinic: ClinicId
  readonly caseId: CaseId
  readonly parties: readonly Party[]
  /** Who supervises the case now. */
  readonly supervisors: readonly PersonId[]
  /** When the case was closed, in ms; null while it is open. */
  readonly closedAt: number | null
  /** When all that was kept of it was erased, in ms; absent while it is kept. (ER5) */
  readonly erasedAt?: number | null
  /** The code of the rule by which it was kept until then. */
  readonly erasedBy?: string | null
  /** True once the days are over on which clients read on after the close; absent means they are not. (EN10) */
  readonly isReadingOver?: boolean
  /** Since when nobody of the practice works with it, in ms; absent or null while they may. (DR30) */
  readonly restrictedAt?: number | null
}

/** Clients of one case have things of their own that are not there for the other. */
export function isPartnerOf(facts: CaseFacts, person: PersonId, client: PersonId): boolean {
  return person !== client && relationTo(facts, person) === 'client'
}

/** The relation by which somebody reaches a case: as its party first, then as its supervisor. */
export function relationTo(facts: CaseFacts, person: PersonId): PartyRelation | 'supervisor' | null {
  const party = livePartyOf(facts.parties, person)
  if (party) return party.relation
  return facts.supervisors.includes(person) ? 'supervisor' : null
}
