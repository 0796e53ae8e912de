import type { Actor } from '@accord/domain/access/subject'
import type { CaseId } from '@accord/domain/ids'
import {
  firstSessionSchema,
  type FirstSession,
  type FirstSessionBody,
} from '@accord/domain/rest/first-session'
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Clock } from '../config/clock.js'
import { Parsed } from '../http/parsed.pipe.js'
import { Refused } from '../http/refused.js'
import { FirstSessionRepository } from './first-session.repository.js'

@Controller('api/cases/:caseId/first-session')
export class FirstSessionController {
  constructor(
    private readonly access: AccessService,
    private readonly repository: FirstSessionRepository,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Action('session.read')
  async read(@WhoIsSignedIn() { actor }: SignedIn, @Param('caseId') caseId: CaseId): Promise<FirstSession> {
    await this.mayOrRefused(actor, 'session.read', caseId)
    return { ticks: await this.repository.ticked(actor, caseId) }
  }

  @Post()
  @HttpCode(200)
  @Action('session.write')
  async tick(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('caseId') caseId: CaseId,
    @Body(new Parsed(firstSessionSchema)) body: FirstSessionBody,
  ): Promise<FirstSession> {
    await this.mayOrRefused(actor, 'session.write', caseId)
    await this.repository.tick(actor, caseId, body, this.clock.now())
    return { ticks: await this.repository.ticked(actor, caseId) }
  }

  private async mayOrRefused(actor: Actor, action: 'session.read' | 'session.write', caseId: CaseId) {
    const no = this.access.refusal(actor, action, await this.access.factsOfCase(actor.clinic, caseId))
    if (no) throw new Refused(no.refused)
  }
}
