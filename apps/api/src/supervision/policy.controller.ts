import { policySchema, type PolicyBody, type PolicyPage } from '@accord/domain/rest/policy'
import { Body, Controller, Get, Put } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Clock } from '../config/clock.js'
import { Parsed } from '../http/parsed.pipe.js'
import { Refused } from '../http/refused.js'
import { PolicyRepository } from './policy.repository.js'

@Controller('api/clinic/supervision-policy')
export class PolicyController {
  constructor(
    private readonly policies: PolicyRepository,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Action('policy.read')
  async read(@WhoIsSignedIn() { actor }: SignedIn): Promise<PolicyPage> {
    return { versions: await this.policies.versions(actor.clinic) }
  }

  @Put()
  @Action('policy.write')
  async write(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Body(new Parsed(policySchema)) { over, thresholds, rules }: PolicyBody,
  ): Promise<PolicyPage> {
    const { clinic, person: by } = actor
    const [present] = await this.policies.versions(clinic)
    const next = { clinic, version: over + 1, thresholds, rules, by, at: new Date(this.clock.now()) }
    if ((present?.version ?? 0) !== over || !(await this.policies.add(next)))
      throw new Refused('words-changed')
    return { versions: await this.policies.versions(clinic) }
  }
}
