import type { CaseId } from '@accord/domain/ids'
import {
  endSchema,
  joinSchema,
  openCaseSchema,
  superviseSchema,
  type CaseFile,
  type CaseFiles,
  type EndBody,
  type JoinBody,
  type OpenCaseBody,
  type SuperviseBody,
} from '@accord/domain/rest/case-file'
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { CaseFileService } from './case-file.service.js'
import { CaseOpeningService } from './case-opening.service.js'

@Controller('api/case-files')
export class CaseFileController {
  constructor(
    private readonly files: CaseFileService,
    private readonly openings: CaseOpeningService,
  ) {}

  @Get()
  @Action('case-file.read')
  async list(@WhoIsSignedIn() { actor }: SignedIn): Promise<CaseFiles> {
    return this.files.list(actor)
  }

  @Get(':caseId')
  @Action('case-file.read')
  async read(@WhoIsSignedIn() { actor }: SignedIn, @Param('caseId') caseId: CaseId): Promise<CaseFile> {
    return orRefused(await this.files.read(actor, caseId))
  }

  @Post()
  @Action('case-file.write')
  async open(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Body(new Parsed(openCaseSchema)) body: OpenCaseBody,
  ): Promise<CaseFile> {
    return orRefused(await this.files.read(actor, await this.openings.open(actor, body)))
  }

  @Post(':caseId/parties')
  @HttpCode(200)
  @Action('case-file.write')
  async join(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('caseId') caseId: CaseId,
    @Body(new Parsed(joinSchema)) { person, relation, insteadOf }: JoinBody,
  ): Promise<CaseFile> {
    const change = { ends: insteadOf, begins: { person, relation } }
    return orRefused(await this.files.change(actor, caseId, change))
  }

  @Post([':caseId/parties/end', ':caseId/supervisors/end'])
  @HttpCode(200)
  @Action('case-file.write')
  async end(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('caseId') caseId: CaseId,
    @Body(new Parsed(endSchema)) { person }: EndBody,
  ): Promise<CaseFile> {
    return orRefused(await this.files.change(actor, caseId, { ends: person, begins: null }))
  }

  @Post(':caseId/supervisors')
  @HttpCode(200)
  @Action('case-file.write')
  async supervise(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('caseId') caseId: CaseId,
    @Body(new Parsed(superviseSchema)) { person, insteadOf }: SuperviseBody,
  ): Promise<CaseFile> {
    const change = { ends: insteadOf, begins: { person, relation: 'supervisor' as const } }
    return orRefused(await this.files.change(actor, caseId, change))
  }

  @Post(':caseId/close')
  @HttpCode(200)
  @Action('case-file.write')
  async close(@WhoIsSignedIn() { actor }: SignedIn, @Param('caseId') caseId: CaseId): Promise<CaseFile> {
    return orRefused(await this.files.close(actor, caseId))
  }

  @Post(':caseId/reopen')
  @HttpCode(200)
  @Action('case-file.write')
  async reopen(@WhoIsSignedIn() { actor }: SignedIn, @Param('caseId') caseId: CaseId): Promise<CaseFile> {
    return orRefused(await this.files.reopen(actor, caseId))
  }
}
