import type { Agreement } from '@accord/domain/agreement/state'
import type { PartyRelation } from '@accord/domain/case/party'
import type { PersonId } from '@accord/domain/ids'
import type { PersonName } from '@accord/domain/sync/wire'
import type { AgreementParty } from '@accord/ui/agreement/agreement-party'
import type { SealHalf, SealSide } from '@accord/ui/seal/seal-half'
import { givenName, personOf } from './people.js'

/** Practitioners stand on the left; clients and whoever decides for them on the right. */
function sideOf(relation: PartyRelation): SealSide {
  return relation === 'practitioner' ? 'practitioner' : 'client'
}

export function sealHalves(agreement: Agreement): readonly SealHalf[] {
  return agreement.halves.map(({ relation, state }) => ({ side: sideOf(relation), state }))
}

/** The parties to an agreement as the viewer sees them, the practitioner's side first. */
export function agreementParties(
  agreement: Agreement,
  people: readonly PersonName[],
  viewer: PersonId | null,
): readonly AgreementParty[] {
  return agreement.halves
    .map(({ person, relation, state, answer }) => ({
      id: person,
      name: givenName(personOf(people, person)?.name ?? ''),
      side: sideOf(relation),
      state,
      isViewer: person === viewer,
      answer: answer && { kind: answer.kind, reason: answer.reason },
    }))
    .sort((a, b) => Number(a.side === 'client') - Number(b.side === 'client'))
}
