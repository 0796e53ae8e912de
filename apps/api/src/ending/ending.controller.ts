import type { CaseId } from '@accord/domain/ids'
import {
  addendumSchema,
  closeEndingSchema,
  endingActSchema,
  type AddendumBody,
  type CloseEndingBody,
  type EndingActBody,
  type EndingPage,
} from '@accord/domain/rest/ending'
import { paperSchema, type PaperQuery } from '@accord/domain/rest/note-form'
import { Body, Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { EndingClosingService } from './ending-closing.service.js'
import { EndingPrinting } from './ending-printing.js'
import { EndingService } from './ending.service.js'

@Controller('api/cases/:caseId/ending')
export class EndingController {
  constructor(
    private readonly endings: EndingService,
    private readonly closing: EndingClosingService,
    private readonly printing: EndingPrinting,
  ) {}

  @Get()
  @Action('ending.read')
  async read(@WhoIsSignedIn() { actor }: SignedIn, @Param('caseId') caseId: CaseId): Promise<EndingPage> {
    return orRefused(await this.endings.read(actor, caseId))
  }

  @Post()
  @HttpCode(200)
  @Action('ending.begin')
  async begin(@WhoIsSignedIn() { actor }: SignedIn, @Param('caseId') caseId: CaseId): Promise<EndingPage> {
    return orRefused(await this.endings.begin(actor, caseId))
  }

  @Post('acts')
  @HttpCode(200)
  @Action('ending.write')
  async act(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('caseId') caseId: CaseId,
    @Body(new Parsed(endingActSchema)) body: EndingActBody,
  ): Promise<EndingPage> {
    return orRefused(await this.endings.act(actor, caseId, body))
  }

  @Post('closing')
  @HttpCode(200)
  @Action('ending.close')
  async close(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('caseId') caseId: CaseId,
    @Body(new Parsed(closeEndingSchema)) body: CloseEndingBody,
  ): Promise<EndingPage> {
    return orRefused(await this.closing.close(actor, caseId, body))
  }

  @Post('addenda')
  @HttpCode(200)
  @Action('ending.write')
  async add(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('caseId') caseId: CaseId,
    @Body(new Parsed(addendumSchema)) body: AddendumBody,
  ): Promise<EndingPage> {
    return orRefused(await this.closing.add(actor, caseId, body))
  }

  @Get('pdf')
  @Action('ending.print')
  async print(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('caseId') caseId: CaseId,
    @Query(new Parsed(paperSchema)) { paper }: PaperQuery,
  ): Promise<StreamableFile> {
    const made = orRefused(await this.printing.pack(actor, caseId, paper))
    // A file's name says nothing about whose it is.
    return new StreamableFile(made, {
      type: 'application/pdf',
      disposition: 'attachment; filename="ending.pdf"',
    })
  }
}
