import { wordingSchema, type WordingBody, type WordingDecisions } from '@accord/domain/rest/wording'
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { WordingService } from './wording.service.js'

@Controller('api/clinic/wording')
export class WordingController {
  constructor(private readonly wording: WordingService) {}

  @Get()
  @Action('wording.read')
  async read(@WhoIsSignedIn() { actor }: SignedIn): Promise<WordingDecisions> {
    return this.wording.read(actor)
  }

  @Post()
  @HttpCode(200)
  @Action('wording.write')
  async decide(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Body(new Parsed(wordingSchema)) body: WordingBody,
  ): Promise<WordingDecisions> {
    return orRefused(await this.wording.decide(actor, body))
  }
}
