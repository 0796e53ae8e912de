import { policySchema, type PolicyBody, type PolicyPage } from '@accord/domain/rest/policy'
import { Body, Controller, Get, Put } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { PolicyService } from './policy.service.js'

@Controller('api/clinic/supervision-policy')
export class PolicyController {
  constructor(private readonly policies: PolicyService) {}

  @Get()
  @Action('policy.read')
  async read(@WhoIsSignedIn() { actor }: SignedIn): Promise<PolicyPage> {
    return this.policies.read(actor)
  }

  @Put()
  @Action('policy.write')
  async write(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Body(new Parsed(policySchema)) body: PolicyBody,
  ): Promise<PolicyPage> {
    return orRefused(await this.policies.write(actor, body))
  }
}
