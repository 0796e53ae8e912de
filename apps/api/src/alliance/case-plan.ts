import type { Actor } from '@accord/domain/access/subject'
import type { CaseId } from '@accord/domain/ids'
import type { Plan } from '@accord/domain/plan/plan'
import { Injectable } from '@nestjs/common'
import { KeyStore, type LogKey } from '../history/key-store.js'
import { PlanReader } from '../plan/plan-reader.js'
import { CheckInRepository } from './check-in.repository.js'

/** The plan of a case, and its key. */
@Injectable()
export class CasePlan {
  constructor(
    private readonly repository: CheckInRepository,
    private readonly plans: PlanReader,
    private readonly keys: KeyStore,
  ) {}

  async read(actor: Actor, caseId: CaseId): Promise<Plan | null> {
    const log = await this.repository.planOf(actor, caseId)
    return log && this.plans.read({ clinic: actor.clinic, log })
  }

  async keyOf(actor: Actor, caseId: CaseId): Promise<LogKey | null> {
    const log = await this.repository.planOf(actor, caseId)
    return log && this.keys.open(log)
  }
}
