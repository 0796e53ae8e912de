import type { CaseId } from '@accord/domain/ids'
import {
  firstSessionSchema,
  type FirstSession,
  type FirstSessionBody,
} from '@accord/domain/rest/first-session'
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { FirstSessionService } from './first-session.service.js'

@Controller('api/cases/:caseId/first-session')
export class FirstSessionController {
  constructor(private readonly firstSessions: FirstSessionService) {}

  @Get()
  @Action('session.read')
  async read(@WhoIsSignedIn() { actor }: SignedIn, @Param('caseId') caseId: CaseId): Promise<FirstSession> {
    return orRefused(await this.firstSessions.read(actor, caseId))
  }

  @Post()
  @HttpCode(200)
  @Action('session.write')
  async tick(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('caseId') caseId: CaseId,
    @Body(new Parsed(firstSessionSchema)) body: FirstSessionBody,
  ): Promise<FirstSession> {
    return orRefused(await this.firstSessions.tick(actor, caseId, body))
  }
}
