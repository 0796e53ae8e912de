import type { CaseId } from '@accord/domain/ids'
import type { OwnDrafts, OwnLogOpened } from '@accord/domain/rest/own-log'
import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { orRefused } from '../http/refused.js'
import { OwnLogService } from './own-log.service.js'

@Controller('api/cases/:caseId')
export class OwnLogController {
  constructor(private readonly logs: OwnLogService) {}

  @Get('drafts')
  @Action('draft.read')
  async drafts(@WhoIsSignedIn() { actor }: SignedIn, @Param('caseId') caseId: CaseId): Promise<OwnDrafts> {
    return orRefused(await this.logs.drafts(actor, caseId))
  }

  @Post('drafts')
  @HttpCode(200)
  @Action('draft.write')
  async openDrafts(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('caseId') caseId: CaseId,
  ): Promise<OwnLogOpened> {
    return orRefused(await this.logs.open(actor, caseId, 'draft'))
  }

  @Post('private')
  @HttpCode(200)
  @Action('private.write')
  async openPrivate(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('caseId') caseId: CaseId,
  ): Promise<OwnLogOpened> {
    return orRefused(await this.logs.open(actor, caseId, 'private'))
  }
}
