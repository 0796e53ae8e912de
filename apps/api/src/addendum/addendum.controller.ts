import type { CaseId } from '@accord/domain/ids'
import { addendumSchema, type AddendumBody, type RecordAddenda } from '@accord/domain/rest/addenda'
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { AddendaService } from './addenda.service.js'

@Controller('api/cases/:caseId/addenda')
export class AddendumController {
  constructor(private readonly addenda: AddendaService) {}

  @Get()
  @Action('addendum.read')
  async read(@WhoIsSignedIn() { actor }: SignedIn, @Param('caseId') caseId: CaseId): Promise<RecordAddenda> {
    return orRefused(await this.addenda.read(actor, caseId))
  }

  @Post()
  @HttpCode(200)
  @Action('addendum.write')
  async add(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('caseId') caseId: CaseId,
    @Body(new Parsed(addendumSchema)) body: AddendumBody,
  ): Promise<RecordAddenda> {
    return orRefused(await this.addenda.add(actor, caseId, body))
  }
}
