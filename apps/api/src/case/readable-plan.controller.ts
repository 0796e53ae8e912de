import type { LogId } from '@accord/domain/ids'
import type { ReadablePlan } from '@accord/domain/rest/readable'
import { Controller, Get, Param } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { orRefused } from '../http/refused.js'
import { ReadablePlanService } from './readable-plan.service.js'

@Controller('api/plans')
export class ReadablePlanController {
  constructor(private readonly plans: ReadablePlanService) {}

  @Get(':plan/readable')
  @Action('history.read')
  async read(@WhoIsSignedIn() { actor }: SignedIn, @Param('plan') plan: LogId): Promise<ReadablePlan> {
    return orRefused(await this.plans.read(actor, plan))
  }
}
