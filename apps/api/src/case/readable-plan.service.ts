import type { Actor } from '@accord/domain/access/subject'
import { relationTo } from '@accord/domain/case/relation'
import type { LogId } from '@accord/domain/ids'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type { ReadablePlan } from '@accord/domain/rest/readable'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { AccessEventRepository } from '../audit/access-event.repository.js'
import { placeFor } from '../history/entry.repository.js'
import { ReadablePlans } from '../plan/readable-plans.js'
import { goalSummaries } from './goal-summary.js'

/** A plan that nobody can write in, for whoever may read it. (FT12) */
@Injectable()
export class ReadablePlanService {
  constructor(
    private readonly plans: ReadablePlans,
    private readonly access: AccessService,
    private readonly events: AccessEventRepository,
  ) {}

  async read(actor: Actor, log: LogId): Promise<ReadablePlan | Refusal> {
    const { clinic, person } = actor
    const subject = await this.access.subjectOf(clinic, log, [person])
    const no = this.access.refusalInLog(actor, 'replay', subject)
    const relation = subject && relationTo(subject.facts, person)
    if (no || !subject || !relation) return no ?? refuse('not-found')
    const { caseId } = subject.facts
    // Looks at a log of one's own are written down nowhere. (DR4)
    if (subject.kind === 'case')
      await this.events.historyRead({ clinic, caseId, log, person, relation, connection: null })
    const { plan, position, broken } = await this.plans.read(placeFor(actor, log, subject))
    const isEmpty = position.seq === 0
    return {
      log,
      plan: isEmpty ? null : plan,
      goals: goalSummaries(plan),
      at: isEmpty ? null : position.at,
      broken,
      people: await this.access.peopleOfLog(clinic, subject),
    }
  }
}
