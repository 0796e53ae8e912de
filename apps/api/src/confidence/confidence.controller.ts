import type { CaseId } from '@accord/domain/ids'
import type { ConfidentialLogOpened } from '@accord/domain/rest/case'
import { Controller, HttpCode, Param, Post } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { orRefused } from '../http/refused.js'
import { ConfidenceService } from './confidence.service.js'

@Controller('api/cases/:caseId')
export class ConfidenceController {
  constructor(private readonly confidence: ConfidenceService) {}

  @Post('confidential')
  @HttpCode(200)
  @Action('plan.write')
  async open(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('caseId') caseId: CaseId,
  ): Promise<ConfidentialLogOpened> {
    return orRefused(await this.confidence.open(actor, caseId))
  }
}
