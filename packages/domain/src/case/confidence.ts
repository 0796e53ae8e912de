import type { PersonId } from '../ids.js'
import { liveParties } from './party.js'
import type { CaseFacts } from './relation.js'

/** A case as its confidential log has it: guardians have no part in it, and never had. (CF2) */
export function withoutGuardians(facts: CaseFacts): CaseFacts {
  return { ...facts, parties: facts.parties.filter(({ relation }) => relation !== 'guardian') }
}

/** Only where a guardian reads the plan is there something to be kept from one. (CF1) */
export function hasGuardian(facts: CaseFacts): boolean {
  return liveParties(facts.parties).some(({ relation }) => relation === 'guardian')
}

/** Everybody who may read a case's confidential log now. (CF2) */
export function confidantsOf(facts: CaseFacts): readonly PersonId[] {
  const parties = liveParties(withoutGuardians(facts).parties).map(({ person }) => person)
  return [...parties, ...facts.supervisors]
}
