import type { LogId } from '@accord/domain/ids'
import { seenSchema, type AttentionList, type SeenBody } from '@accord/domain/rest/attention'
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { AttentionService } from './attention.service.js'

@Controller('api')
export class AttentionController {
  constructor(private readonly attention: AttentionService) {}

  @Get('attention')
  @Action('attention.read')
  async read(@WhoIsSignedIn() { actor }: SignedIn): Promise<AttentionList> {
    return this.attention.list(actor)
  }

  @Post('plans/:plan/seen')
  @HttpCode(204)
  @Action('plan.seen')
  async seen(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('plan') plan: LogId,
    @Body(new Parsed(seenSchema)) { upTo }: SeenBody,
  ): Promise<void> {
    orRefused(await this.attention.seen(actor, plan, upTo))
  }
}
