import type { Actor } from '@accord/domain/access/subject'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type { GuardianRule, GuardianRuleBody, Guardians } from '@accord/domain/rest/guardians'
import { Injectable } from '@nestjs/common'
import { Clock } from '../config/clock.js'
import { GuardianRepository } from './guardian.repository.js'

/** What a clinic decided about the end of guardians' parts, and which end soon. docs/spec/guardians.md */
@Injectable()
export class GuardianService {
  constructor(
    private readonly repository: GuardianRepository,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor): Promise<Guardians> {
    return { lines: await this.repository.lines(actor) }
  }

  async rule({ clinic }: Actor): Promise<GuardianRule> {
    return this.repository.rule(clinic)
  }

  async setRule(actor: Actor, body: GuardianRuleBody): Promise<GuardianRule | Refusal> {
    const { version } = await this.rule(actor)
    if (version !== body.after) return refuse('words-changed')
    const won = await this.repository.setRule(actor, body, this.clock.now())
    return won ? this.rule(actor) : refuse('words-changed')
  }
}
