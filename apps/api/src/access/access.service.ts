import type { Action } from '@accord/domain/access/action'
import { refusalInLog, type LogSubject, type LogUse } from '@accord/domain/access/log-subject'
import { refusalOf } from '@accord/domain/access/may'
import type { Actor } from '@accord/domain/access/subject'
import type { CaseFacts } from '@accord/domain/case/relation'
import { isUuid, type CaseId, type ClinicId, type LogId, type PersonId } from '@accord/domain/ids'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type { PersonName } from '@accord/domain/sync/wire'
import { Injectable } from '@nestjs/common'
import { CaseFactsRepository, type AskedLog } from './case-facts.repository.js'

/** What a service asks before it does anything in a case. */
@Injectable()
export class AccessService {
  constructor(private readonly cases: CaseFactsRepository) {}

  async factsOfCase(clinic: ClinicId, caseId: CaseId): Promise<CaseFacts | null> {
    return isUuid(caseId) ? this.cases.ofCase(clinic, caseId) : null
  }

  /** What a log is to access rules; null for one that is not there, or for none of these people. (AC5, DR1, CF2) */
  async subjectOf(clinic: ClinicId, log: LogId, readers: readonly PersonId[]): Promise<LogSubject | null> {
    if (!isUuid(log)) return null
    const found = await this.cases.ofLog(clinic, log, readers)
    if (found || readers.length === 0) return found
    // PostgreSQL shows staff nothing of a restricted case: what the parties share is found in nobody's name. (DR31, DR34)
    const shared = await this.cases.ofLog(clinic, log, [])
    return shared?.facts.restrictedAt == null ? null : shared
  }

  /** The same of many logs at once, in their order. Whoever asks knows each log already. */
  async subjectsOf(asked: readonly AskedLog[]): Promise<readonly (LogSubject | null)[]> {
    return this.cases.ofLogs(asked)
  }

  /** Everybody named in a case, parties first, ended ones included. */
  async peopleOfCase(clinic: ClinicId, caseId: CaseId): Promise<readonly PersonName[]> {
    return this.cases.people(clinic, caseId)
  }

  /** Everybody named in a log: guardians in none that is kept from them. (CF2) */
  async peopleOfLog(clinic: ClinicId, subject: LogSubject): Promise<readonly PersonName[]> {
    const people = await this.peopleOfCase(clinic, subject.facts.caseId)
    const isConfidential = subject.kind === 'case' && subject.audience === 'confidential'
    return isConfidential ? people.filter(({ relation }) => relation !== 'guardian') : people
  }

  /** Null when allowed. A case that does not exist and one that is somebody else's get one answer. (AC5) */
  refusal(actor: Actor, action: Action, facts: CaseFacts | null): Refusal | null {
    return facts ? refusalOf(actor, action, { kind: 'case', facts }) : refuse('not-found')
  }

  /** The same for a log of any audience. */
  refusalInLog(actor: Actor, use: LogUse, subject: LogSubject | null): Refusal | null {
    return subject ? refusalInLog(actor, use, subject) : refuse('not-found')
  }
}
