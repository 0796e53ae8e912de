import type { CaseId } from '@accord/domain/ids'
import {
  moveSchema,
  noticeSchema,
  saySchema,
  type BarrierRegister,
  type MoveBody,
  type NoticeBody,
  type SayBody,
  type ShownBarrier,
} from '@accord/domain/rest/barriers'
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { BarrierService } from './barrier.service.js'

@Controller('api/cases/:caseId/barriers')
export class BarrierController {
  constructor(private readonly barriers: BarrierService) {}

  @Get()
  @Action('barrier.read')
  async read(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('caseId') caseId: CaseId,
  ): Promise<BarrierRegister> {
    return orRefused(await this.barriers.read(actor, caseId))
  }

  @Post()
  @Action('barrier.write')
  async notice(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('caseId') caseId: CaseId,
    @Body(new Parsed(noticeSchema)) body: NoticeBody,
  ): Promise<ShownBarrier> {
    return orRefused(await this.barriers.notice(actor, caseId, body))
  }

  @Post(':barrier/words')
  @HttpCode(200)
  @Action('barrier.write')
  async say(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('caseId') caseId: CaseId,
    @Param('barrier') barrier: string,
    @Body(new Parsed(saySchema)) body: SayBody,
  ): Promise<ShownBarrier> {
    return orRefused(await this.barriers.say(actor, caseId, barrier, body))
  }

  @Post(':barrier/moves')
  @HttpCode(200)
  @Action('barrier.move')
  async move(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('caseId') caseId: CaseId,
    @Param('barrier') barrier: string,
    @Body(new Parsed(moveSchema)) body: MoveBody,
  ): Promise<ShownBarrier> {
    return orRefused(await this.barriers.move(actor, caseId, barrier, body))
  }
}
