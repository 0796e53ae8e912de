import type { PersonId } from '../ids.js'

/** As what somebody may write in a case. Supervisors and administrators are never parties. (AC3) */
export type PartyRelation = 'client' | 'guardian' | 'practitioner'

/** Somebody who may write in a case and whose agreement counts. `until` is null while it lasts. Times in ms. */
export interface Party {
  readonly person: PersonId
  readonly relation: PartyRelation
  readonly since: number
  readonly until: number | null
}

export function liveParties(parties: readonly Party[]): readonly Party[] {
  return parties.filter((party) => party.until === null)
}

export function livePartyOf(parties: readonly Party[], person: PersonId): Party | undefined {
  return parties.find((party) => party.person === person && party.until === null)
}
