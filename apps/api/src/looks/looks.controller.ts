import type { CaseId } from '@accord/domain/ids'
import { askSchema, type AskBody, type RecordLook, type RecordLooks } from '@accord/domain/rest/looks'
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common'
import { z } from 'zod/mini'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { LooksService } from './looks.service.js'

const looksSchema = z.strictObject({
  before: z.optional(z.pipe(z.string().check(z.regex(/^\d{1,15}$/)), z.transform(Number))),
})

@Controller('api/cases/:caseId/looks')
export class LooksController {
  constructor(private readonly looks: LooksService) {}

  @Get()
  @Action('looks.read')
  async read(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('caseId') caseId: CaseId,
    @Query(new Parsed(looksSchema)) { before }: z.infer<typeof looksSchema>,
  ): Promise<RecordLooks> {
    return orRefused(await this.looks.read(actor, caseId, before))
  }

  @Post(':look/question')
  @Action('looks.ask')
  async ask(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('caseId') caseId: CaseId,
    @Param('look') look: string,
    @Body(new Parsed(askSchema)) { text }: AskBody,
  ): Promise<RecordLook> {
    return orRefused(await this.looks.ask(actor, caseId, look, text))
  }

  @Post(':look/answer')
  @Action('looks.answer')
  async answer(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('caseId') caseId: CaseId,
    @Param('look') look: string,
    @Body(new Parsed(askSchema)) { text }: AskBody,
  ): Promise<RecordLook> {
    return orRefused(await this.looks.answer(actor, caseId, look, text))
  }
}
