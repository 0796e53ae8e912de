import { Body, Controller, Inject, Param, Post } from '@nestjs/common'
import { isRefusal } from '@accord/domain/refusal'
import type { AcceptedMessage } from '@accord/domain/sync/wire'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { orRefused, Refused } from '../http/refused.js'
import { LIVE_LIMITS, type LiveLimits } from './limits.js'
import { LivePlanService } from './live-plan.service.js'
import { readMessage } from './messages.js'

/** The other door to the same room, for programs without a socket. (LP7) */
@Controller('api/plans')
export class OperationsController {
  constructor(
    private readonly plans: LivePlanService,
    @Inject(LIVE_LIMITS) private readonly limits: LiveLimits,
  ) {}

  @Post(':plan/operations')
  @Action('plan.write')
  async operate(
    @WhoIsSignedIn() signedIn: SignedIn,
    @Param('plan') plan: string,
    @Body() body: unknown,
  ): Promise<AcceptedMessage> {
    const isCommand = typeof body === 'object' && body !== null && 'command' in body
    const message = readMessage(isCommand ? 'command' : 'text', body, this.limits)
    if (isRefusal(message)) throw new Refused(message.refused)
    if (message.plan !== plan) throw new Refused('malformed')
    return orRefused(await this.plans.submit(signedIn.actor, message))
  }
}
