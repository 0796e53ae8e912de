import type { Action } from '@accord/domain/access/action'
import { refusalOf } from '@accord/domain/access/may'
import type { Actor } from '@accord/domain/access/subject'
import { isUuid, type PersonId } from '@accord/domain/ids'
import { isRefusal, refuse, type Refusal } from '@accord/domain/refusal'
import type { SupervisionPairs } from '@accord/domain/rest/supervision'
import { Injectable } from '@nestjs/common'
import { PairRepository, type PairPlace } from './pair.repository.js'

/** A supervisor and a practitioner, as an address names them. */
export interface PairAddress {
  readonly supervisor: PersonId
  readonly practitioner: PersonId
}

/** Who may do what with what a pair keeps. (SQ14) */
@Injectable()
export class PairService {
  constructor(private readonly repository: PairRepository) {}

  async list({ clinic, person }: Actor): Promise<SupervisionPairs> {
    return { pairs: await this.repository.of(clinic, person) }
  }

  /** The pair for somebody who may do this with it. One that is another's and one that is not there get one answer. */
  async placeFor(
    actor: Actor,
    action: Extract<Action, `supervision.${'read' | 'write' | 'sign'}`>,
    { supervisor, practitioner }: PairAddress,
  ): Promise<PairPlace | Refusal> {
    if (!isUuid(supervisor) || !isUuid(practitioner)) return refuse('not-found')
    // Nothing is asked of the database in somebody else's name: only one of the two goes on.
    if (actor.person !== supervisor && actor.person !== practitioner) return refuse('not-found')
    const place = { clinic: actor.clinic, supervisor, practitioner, asker: actor.person }
    const facts = await this.repository.facts(place)
    const no = refusalOf(actor, action, { kind: 'supervision', facts })
    return isRefusal(no) ? no : place
  }
}
