import type { CaseId } from '@accord/domain/ids'
import { phaseSchema, type CasePhases, type PhaseBody } from '@accord/domain/rest/case-file'
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { CasePhaseService } from './case-phase.service.js'

@Controller('api/cases/:caseId/phases')
export class CasePhaseController {
  constructor(private readonly phases: CasePhaseService) {}

  @Get()
  @Action('phase.read')
  async read(@WhoIsSignedIn() { actor }: SignedIn, @Param('caseId') caseId: CaseId): Promise<CasePhases> {
    return orRefused(await this.phases.read(actor, caseId))
  }

  @Post()
  @HttpCode(200)
  @Action('phase.write')
  async change(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('caseId') caseId: CaseId,
    @Body(new Parsed(phaseSchema)) body: PhaseBody,
  ): Promise<CasePhases> {
    return orRefused(await this.phases.change(actor, caseId, body))
  }
}
