import type { Action } from '@accord/domain/access/action'
import { refusalOf, type Actor } from '@accord/domain/access/may'
import type { CaseFacts } from '@accord/domain/case/relation'
import { isUuid, type CaseId, type ClinicId, type LogId } from '@accord/domain/ids'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type { PersonName } from '@accord/domain/sync/wire'
import { Injectable } from '@nestjs/common'
import { CaseFactsRepository } from './case-facts.repository.js'

/** What a service asks before it does anything in a case. */
@Injectable()
export class AccessService {
  constructor(private readonly cases: CaseFactsRepository) {}

  async factsOfCase(clinic: ClinicId, caseId: CaseId): Promise<CaseFacts | null> {
    return isUuid(caseId) ? this.cases.ofCase(clinic, caseId) : null
  }

  async factsOfPlan(clinic: ClinicId, plan: LogId): Promise<CaseFacts | null> {
    return isUuid(plan) ? this.cases.ofPlan(clinic, plan) : null
  }

  /** Everybody named in a case, parties first, ended ones included. */
  async peopleOfCase(clinic: ClinicId, caseId: CaseId): Promise<readonly PersonName[]> {
    return this.cases.people(clinic, caseId)
  }

  /** Null when allowed. A case that does not exist and one that is somebody else's get one answer. (AC5) */
  refusal(actor: Actor, action: Action, facts: CaseFacts | null): Refusal | null {
    return facts ? refusalOf(actor, action, { kind: 'case', facts }) : refuse('not-found')
  }
}
