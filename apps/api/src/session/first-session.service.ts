import type { Actor } from '@accord/domain/access/subject'
import type { CaseId } from '@accord/domain/ids'
import type { Refusal } from '@accord/domain/refusal'
import type { FirstSession, FirstSessionBody } from '@accord/domain/rest/first-session'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { Clock } from '../config/clock.js'
import { FirstSessionRepository } from './first-session.repository.js'

/** What is gone through in a first session, and what of it was. */
@Injectable()
export class FirstSessionService {
  constructor(
    private readonly access: AccessService,
    private readonly repository: FirstSessionRepository,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor, caseId: CaseId): Promise<FirstSession | Refusal> {
    const no = await this.refusal(actor, 'session.read', caseId)
    return no ?? { ticks: await this.repository.ticked(actor, caseId) }
  }

  async tick(actor: Actor, caseId: CaseId, body: FirstSessionBody): Promise<FirstSession | Refusal> {
    const no = await this.refusal(actor, 'session.write', caseId)
    if (no) return no
    await this.repository.tick(actor, caseId, body, this.clock.now())
    return { ticks: await this.repository.ticked(actor, caseId) }
  }

  private async refusal(actor: Actor, action: 'session.read' | 'session.write', caseId: CaseId) {
    return this.access.refusal(actor, action, await this.access.factsOfCase(actor.clinic, caseId))
  }
}
