import {
  guardianRuleSchema,
  type GuardianRule,
  type GuardianRuleBody,
  type Guardians,
} from '@accord/domain/rest/guardians'
import { Body, Controller, Get, Put } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { GuardianService } from './guardian.service.js'

@Controller('api')
export class GuardianController {
  constructor(private readonly guardians: GuardianService) {}

  @Get('guardians')
  @Action('guardians.read')
  async list(@WhoIsSignedIn() { actor }: SignedIn): Promise<Guardians> {
    return this.guardians.list(actor)
  }

  @Get('clinic/guardian-rule')
  @Action('guardian-rule.read')
  async rule(@WhoIsSignedIn() { actor }: SignedIn): Promise<GuardianRule> {
    return this.guardians.rule(actor)
  }

  @Put('clinic/guardian-rule')
  @Action('guardian-rule.write')
  async setRule(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Body(new Parsed(guardianRuleSchema)) body: GuardianRuleBody,
  ): Promise<GuardianRule> {
    return orRefused(await this.guardians.setRule(actor, body))
  }
}
