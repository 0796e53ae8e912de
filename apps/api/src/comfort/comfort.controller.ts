import type { CaseId, PersonId } from '@accord/domain/ids'
import {
  comfortSchema,
  type ComfortBody,
  type ComfortProfile,
  type ComfortProfiles,
} from '@accord/domain/rest/comfort'
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { ComfortService } from './comfort.service.js'

@Controller('api/cases/:caseId/comfort')
export class ComfortController {
  constructor(private readonly comfort: ComfortService) {}

  @Get()
  @Action('comfort.read')
  async read(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('caseId') caseId: CaseId,
  ): Promise<ComfortProfiles> {
    return orRefused(await this.comfort.read(actor, caseId))
  }

  @Post(':client')
  @HttpCode(200)
  @Action('comfort.write')
  async write(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('caseId') caseId: CaseId,
    @Param('client') client: PersonId,
    @Body(new Parsed(comfortSchema)) body: ComfortBody,
  ): Promise<ComfortProfile> {
    return orRefused(await this.comfort.write(actor, caseId, client, body))
  }
}
