import type { CaseId } from '@accord/domain/ids'
import {
  scheduleSchema,
  sessionSettingsSchema,
  type CaseSessions,
  type ScheduleBody,
  type SessionCard,
  type SessionList,
  type SessionSettingsBody,
} from '@accord/domain/rest/session'
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { SessionDesk } from './session-desk.service.js'

@Controller('api')
export class SessionController {
  constructor(private readonly desk: SessionDesk) {}

  @Get('sessions')
  @Action('session.list')
  async mine(@WhoIsSignedIn() { actor }: SignedIn): Promise<SessionList> {
    return this.desk.mine(actor)
  }

  @Get('cases/:caseId/sessions')
  @Action('session.read')
  async ofCase(@WhoIsSignedIn() { actor }: SignedIn, @Param('caseId') caseId: CaseId): Promise<CaseSessions> {
    return orRefused(await this.desk.ofCase(actor, caseId))
  }

  @Post('cases/:caseId/sessions')
  @HttpCode(200)
  @Action('session.write')
  async schedule(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('caseId') caseId: CaseId,
    @Body(new Parsed(scheduleSchema)) body: ScheduleBody,
  ): Promise<SessionCard> {
    return orRefused(await this.desk.schedule(actor, caseId, body))
  }

  @Post('cases/:caseId/sessions/settings')
  @HttpCode(200)
  @Action('session.write')
  async set(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('caseId') caseId: CaseId,
    @Body(new Parsed(sessionSettingsSchema)) body: SessionSettingsBody,
  ): Promise<CaseSessions> {
    return orRefused(await this.desk.set(actor, caseId, body))
  }
}
