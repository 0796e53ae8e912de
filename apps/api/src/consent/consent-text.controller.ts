import type { ConsentPurpose } from '@accord/domain/consent/purpose'
import {
  consentTextSchema,
  purposeSchema,
  type ConsentTextBody,
  type ConsentTexts,
} from '@accord/domain/rest/consent'
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { ConsentTextService } from './consent-text.service.js'

@Controller('api/clinic/consent-texts')
export class ConsentTextController {
  constructor(private readonly texts: ConsentTextService) {}

  @Get()
  @Action('consent-texts.read')
  async read(@WhoIsSignedIn() { actor }: SignedIn): Promise<ConsentTexts> {
    return this.texts.read(actor)
  }

  @Post(':purpose')
  @HttpCode(200)
  @Action('consent-texts.write')
  async write(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('purpose', new Parsed(purposeSchema)) purpose: ConsentPurpose,
    @Body(new Parsed(consentTextSchema)) body: ConsentTextBody,
  ): Promise<ConsentTexts> {
    return orRefused(await this.texts.write(actor, purpose, body))
  }
}
