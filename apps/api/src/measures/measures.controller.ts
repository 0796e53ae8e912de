import type { CaseId } from '@accord/domain/ids'
import {
  instrumentSchema,
  instrumentStateSchema,
  type InstrumentBody,
  type InstrumentsPage,
  type InstrumentStateBody,
} from '@accord/domain/rest/instruments'
import { askSchema, type AskBody, type AskedFor, type MeasuresPage } from '@accord/domain/rest/measures'
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { InstrumentsService } from './instruments.service.js'
import { MeasuresService } from './measures.service.js'

@Controller('api')
export class MeasuresController {
  constructor(
    private readonly measures: MeasuresService,
    private readonly instruments: InstrumentsService,
  ) {}

  @Get('cases/:caseId/measures')
  @Action('measures.read')
  async read(@WhoIsSignedIn() { actor }: SignedIn, @Param('caseId') caseId: CaseId): Promise<MeasuresPage> {
    return orRefused(await this.measures.read(actor, caseId))
  }

  @Post('cases/:caseId/measures')
  @Action('measures.ask')
  async ask(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('caseId') caseId: CaseId,
    @Body(new Parsed(askSchema)) body: AskBody,
  ): Promise<AskedFor> {
    return orRefused(await this.measures.ask(actor, caseId, body))
  }

  @Get('instruments')
  @Action('instruments.read')
  async all(@WhoIsSignedIn() { actor }: SignedIn): Promise<InstrumentsPage> {
    return this.instruments.page(actor.clinic)
  }

  @Post('instruments')
  @Action('instruments.write')
  async bring(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Body(new Parsed(instrumentSchema)) body: InstrumentBody,
  ): Promise<InstrumentsPage> {
    return orRefused(await this.instruments.bring(actor, body))
  }

  @Post('instruments/:instrument/state')
  @HttpCode(200)
  @Action('instruments.write')
  async move(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('instrument') instrument: string,
    @Body(new Parsed(instrumentStateSchema)) { isActive }: InstrumentStateBody,
  ): Promise<InstrumentsPage> {
    return orRefused(await this.instruments.move(actor, instrument, isActive))
  }
}
