import type { CaseId } from '@accord/domain/ids'
import {
  answerSchema,
  extendSchema,
  whySchema,
  type AnswerBody,
  type ExtendBody,
  type RequestDesk,
  type WaitingRequests,
  type WhyBody,
} from '@accord/domain/rest/requests'
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { Fresh } from '../access/fresh.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { KeptCasesService } from './kept-cases.service.js'
import { RequestDeskService } from './request-desk.service.js'

@Controller('api/requests')
export class RequestsController {
  constructor(
    private readonly desk: RequestDeskService,
    private readonly kept: KeptCasesService,
  ) {}

  @Get()
  @Action('requests.read')
  async list(@WhoIsSignedIn() { actor }: SignedIn): Promise<RequestDesk> {
    return this.desk.list(actor)
  }

  @Get('waiting')
  @Action('requests.count')
  async count(@WhoIsSignedIn() { actor }: SignedIn): Promise<WaitingRequests> {
    return this.desk.count(actor)
  }

  @Post(':dataRequest/extend')
  @HttpCode(200)
  @Action('requests.answer')
  async extend(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('dataRequest') request: string,
    @Body(new Parsed(extendSchema)) { reason }: ExtendBody,
  ): Promise<RequestDesk> {
    return orRefused(await this.desk.extend(actor, request, reason))
  }

  @Post(':dataRequest/answer')
  @HttpCode(200)
  @Fresh()
  @Action('requests.answer')
  async answer(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('dataRequest') request: string,
    @Body(new Parsed(answerSchema)) body: AnswerBody,
  ): Promise<RequestDesk> {
    return orRefused(await this.desk.answer(actor, request, body))
  }

  @Post('cases/:caseId/lift')
  @HttpCode(200)
  @Fresh()
  @Action('restriction.lift')
  async lift(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('caseId') caseId: CaseId,
    @Body(new Parsed(whySchema)) { reason }: WhyBody,
  ): Promise<RequestDesk> {
    orRefused(await this.kept.liftRestriction(actor, caseId, reason))
    return this.desk.list(actor)
  }

  @Post('cases/:caseId/hold')
  @HttpCode(200)
  @Action('hold.write')
  async hold(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('caseId') caseId: CaseId,
    @Body(new Parsed(whySchema)) { reason }: WhyBody,
  ): Promise<RequestDesk> {
    orRefused(await this.kept.hold(actor, caseId, reason))
    return this.desk.list(actor)
  }

  @Post('cases/:caseId/hold/lift')
  @HttpCode(200)
  @Fresh()
  @Action('hold.write')
  async liftHold(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('caseId') caseId: CaseId,
  ): Promise<RequestDesk> {
    orRefused(await this.kept.liftHold(actor, caseId))
    return this.desk.list(actor)
  }
}
