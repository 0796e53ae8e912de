import type { CaseId, PersonId } from '@accord/domain/ids'
import {
  consentSchema,
  disclosureSchema,
  type CaseConsents,
  type CaseDisclosures,
  type ConsentBody,
  type DisclosureBody,
} from '@accord/domain/rest/consent'
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { ConsentService } from './consent.service.js'
import { DisclosureService } from './disclosure.service.js'

@Controller('api/cases/:caseId')
export class ConsentController {
  constructor(
    private readonly consents: ConsentService,
    private readonly disclosures: DisclosureService,
  ) {}

  @Get('consents')
  @Action('consent.read')
  async read(@WhoIsSignedIn() { actor }: SignedIn, @Param('caseId') caseId: CaseId): Promise<CaseConsents> {
    return orRefused(await this.consents.read(actor, caseId))
  }

  @Post('consents/:client')
  @HttpCode(200)
  @Action('consent.answer')
  async answer(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('caseId') caseId: CaseId,
    @Param('client') client: PersonId,
    @Body(new Parsed(consentSchema)) body: ConsentBody,
  ): Promise<CaseConsents> {
    return orRefused(await this.consents.answer(actor, caseId, client, body))
  }

  @Get('disclosures')
  @Action('disclosure.read')
  async told(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('caseId') caseId: CaseId,
  ): Promise<CaseDisclosures> {
    return orRefused(await this.disclosures.read(actor, caseId))
  }

  @Post('disclosures')
  @Action('disclosure.write')
  async tell(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('caseId') caseId: CaseId,
    @Body(new Parsed(disclosureSchema)) body: DisclosureBody,
  ): Promise<CaseDisclosures> {
    return orRefused(await this.disclosures.write(actor, caseId, body))
  }
}
