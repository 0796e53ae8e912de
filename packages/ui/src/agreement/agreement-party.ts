import type { AnswerKind } from '@accord/domain/agreement/answer'
import type { Agreement, HalfState } from '@accord/domain/agreement/state'
import type { PersonId } from '@accord/domain/ids'
import type { Translate } from '../messages/translate.js'
import type { Messages } from '../messages/compiled/messages.js'
import type { Format } from '../messages/format.js'
import { isClosed, type SealHalf, type SealSide } from '../seal/seal-half.js'

/** An answer that isn't yes. */
export type OtherAnswer = Exclude<AnswerKind, 'agree'>

export const OTHER_ANSWERS: readonly OtherAnswer[] = ['not-yet', 'need-time', 'differently']

/** One party to an agreement as the viewer sees it. */
export interface AgreementParty {
  readonly id: string
  /** The name used in sentences, such as a first name. */
  readonly name: string
  readonly side: SealSide
  readonly state: HalfState
  readonly isViewer: boolean
  /** Their latest answer to the words on screen, if they gave one. */
  readonly answer: { readonly kind: AnswerKind; readonly reason: string | null } | null
}

/** How a goal's agreement stands. (AG1, AG2) */
export type Standing = Agreement['kind']

/** The domain's halves with names, for the person who looks. Guardians stand on the client's side. */
export function partiesOf(
  agreement: Agreement,
  nameOf: (person: PersonId) => string,
  viewer: PersonId | null,
): readonly AgreementParty[] {
  return agreement.halves.map(({ person, relation, state, answer }) => ({
    id: person,
    name: nameOf(person),
    side: relation === 'practitioner' ? 'practitioner' : 'client',
    state,
    isViewer: person === viewer,
    answer,
  }))
}

export function halvesOf(parties: readonly AgreementParty[]): readonly SealHalf[] {
  return parties.map(({ side, state }) => ({ side, state }))
}

export function viewerOf(parties: readonly AgreementParty[]): AgreementParty | undefined {
  return parties.find((party) => party.isViewer)
}

/** Everybody but the viewer, in one list of names. */
export function othersNamed(parties: readonly AgreementParty[], format: Format): string {
  return format.list(parties.filter((party) => !party.isViewer).map((party) => party.name))
}

/** What a seal shows, in a sentence. */
export function sealSentence(
  t: Translate<Messages>,
  format: Format,
  parties: readonly AgreementParty[],
): string {
  const named = (chosen: readonly AgreementParty[]): string => format.list(chosen.map((party) => party.name))
  const agreed = parties.filter((party) => party.state === 'on')
  if (isClosed(halvesOf(parties))) return t('seal.closed', { names: named(parties) })
  if (agreed.length > 0 && parties.length > 2) {
    const waiting = named(parties.filter((party) => party.state !== 'on'))
    return t('seal.partOfMany', { agreed: named(agreed), count: agreed.length, waiting })
  }
  if (agreed.length > 0) {
    return t('seal.part', {
      agreed: named(agreed),
      waiting: named(parties.filter((party) => party.state !== 'on')),
    })
  }
  return parties.some((party) => party.state === 'lapsed') ? t('seal.lapsed') : t('seal.open')
}
