import type { CaseId } from '@accord/domain/ids'
import type { CaseList, CaseSummary } from '@accord/domain/rest/case'
import { Controller, Get, Param } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { orRefused } from '../http/refused.js'
import { CaseService } from './case.service.js'

@Controller('api/cases')
export class CaseController {
  constructor(private readonly cases: CaseService) {}

  @Get()
  @Action('case.list')
  async list(@WhoIsSignedIn() { actor }: SignedIn): Promise<CaseList> {
    return this.cases.list(actor)
  }

  @Get(':caseId')
  @Action('case.read')
  async read(@WhoIsSignedIn() { actor }: SignedIn, @Param('caseId') caseId: CaseId): Promise<CaseSummary> {
    return orRefused(await this.cases.read(actor, caseId))
  }
}
