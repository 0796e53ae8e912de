import type { Actor } from '@accord/domain/access/subject'
import { hasGuardian, withoutGuardians } from '@accord/domain/case/confidence'
import { livePartyOf } from '@accord/domain/case/party'
import type { CaseId } from '@accord/domain/ids'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type { ConfidentialLogOpened } from '@accord/domain/rest/case'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { Clock } from '../config/clock.js'
import { ConfidenceRepository } from './confidence.repository.js'

/** The log that a case's clients and practitioners keep from its guardians. (CF1) */
@Injectable()
export class ConfidenceService {
  constructor(
    private readonly access: AccessService,
    private readonly logs: ConfidenceRepository,
    private readonly clock: Clock,
  ) {}

  /** The log, begun at its first use; in a case without a guardian only found. (CF1) */
  async open(actor: Actor, caseId: CaseId): Promise<ConfidentialLogOpened | Refusal> {
    const facts = await this.access.factsOfCase(actor.clinic, caseId)
    const no = this.access.refusal(actor, 'plan.write', facts && withoutGuardians(facts))
    const party = facts && livePartyOf(facts.parties, actor.person)
    if (no || !party) return no ?? refuse('not-found')
    const place = { clinic: actor.clinic, case: caseId, by: actor.person, as: party.relation }
    const found = await this.logs.find(place)
    if (found) return { log: found }
    if (!hasGuardian(facts)) return refuse('not-found')
    return { log: await this.logs.open(place, this.clock.now()) }
  }
}
