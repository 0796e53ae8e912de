import type { Actor } from '@accord/domain/access/subject'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type { PolicyBody, PolicyPage } from '@accord/domain/rest/policy'
import { Injectable } from '@nestjs/common'
import { Clock } from '../config/clock.js'
import { PolicyRepository } from './policy.repository.js'

/** How a clinic's queues decide, version by version. (SQ20) */
@Injectable()
export class PolicyService {
  constructor(
    private readonly policies: PolicyRepository,
    private readonly clock: Clock,
  ) {}

  async read({ clinic }: Actor): Promise<PolicyPage> {
    return { versions: await this.policies.versions(clinic) }
  }

  async write(actor: Actor, { over, thresholds, rules }: PolicyBody): Promise<PolicyPage | Refusal> {
    const { clinic, person: by } = actor
    const [present] = await this.policies.versions(clinic)
    const next = { clinic, version: over + 1, thresholds, rules, by, at: new Date(this.clock.now()) }
    const isOver = (present?.version ?? 0) === over
    return isOver && (await this.policies.add(next)) ? this.read(actor) : refuse('words-changed')
  }
}
