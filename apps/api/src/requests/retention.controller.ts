import { retentionSchema, type Retention, type RetentionBody } from '@accord/domain/rest/requests'
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { Fresh } from '../access/fresh.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { RetentionService } from './retention.service.js'

@Controller('api/retention')
export class RetentionController {
  constructor(private readonly retention: RetentionService) {}

  @Get()
  @Action('retention.read')
  async read(@WhoIsSignedIn() { actor }: SignedIn): Promise<Retention> {
    return this.retention.read(actor)
  }

  @Post()
  @HttpCode(200)
  @Fresh()
  @Action('retention.write')
  async choose(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Body(new Parsed(retentionSchema)) body: RetentionBody,
  ): Promise<Retention> {
    return orRefused(await this.retention.choose(actor, body))
  }
}
