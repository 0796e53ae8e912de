import type { RepairStep } from '@accord/domain/alliance/repair'
import type { CaseId, SessionId } from '@accord/domain/ids'
import {
  checkInSchema,
  repairSchema,
  type AllianceCues as Cues,
  type AlliancePage,
  type AskedCheckIns as Asked,
  type CheckInBody,
  type OwnCheckIn,
  type RepairBody,
} from '@accord/domain/rest/alliance'
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { AllianceCues } from './alliance-cues.js'
import { AllianceService } from './alliance.service.js'
import { AskedCheckIns } from './asked-check-ins.js'
import { CheckInService } from './check-in.service.js'

@Controller('api')
export class AllianceController {
  constructor(
    private readonly checkIns: CheckInService,
    private readonly askedAbout: AskedCheckIns,
    private readonly worthAsking: AllianceCues,
    private readonly alliance: AllianceService,
  ) {}

  @Get('check-ins')
  @Action('check-in.list')
  async asked(@WhoIsSignedIn() { actor }: SignedIn): Promise<Asked> {
    return orRefused(await this.askedAbout.of(actor))
  }

  @Get('sessions/:session/check-in')
  @Action('check-in.read')
  async own(@WhoIsSignedIn() { actor }: SignedIn, @Param('session') session: SessionId): Promise<OwnCheckIn> {
    return orRefused(await this.checkIns.read(actor, session))
  }

  @Post('sessions/:session/check-in')
  @HttpCode(200)
  @Action('check-in.write')
  async say(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('session') session: SessionId,
    @Body(new Parsed(checkInSchema)) body: CheckInBody,
  ): Promise<OwnCheckIn> {
    return orRefused(await this.checkIns.write(actor, session, body))
  }

  @Get('cases/:caseId/alliance')
  @Action('alliance.read')
  async read(@WhoIsSignedIn() { actor }: SignedIn, @Param('caseId') caseId: CaseId): Promise<AlliancePage> {
    return orRefused(await this.alliance.read(actor, caseId))
  }

  @Get('alliance/cues')
  @Action('alliance.cues')
  async cues(@WhoIsSignedIn() { actor }: SignedIn): Promise<Cues> {
    return orRefused(await this.worthAsking.of(actor))
  }

  @Post('cases/:caseId/repairs')
  @Action('repair.write')
  async record(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('caseId') caseId: CaseId,
    @Body(new Parsed(repairSchema)) body: RepairBody,
  ): Promise<RepairStep> {
    return orRefused(await this.alliance.record(actor, caseId, body))
  }
}
