import type { Actor } from '@accord/domain/access/may'
import { attentionOf } from '@accord/domain/attention/attention-of'
import { relationTo } from '@accord/domain/case/relation'
import type { LogId } from '@accord/domain/ids'
import type { CaseAttention } from '@accord/domain/rest/attention'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { placeFor } from '../history/entry.repository.js'
import { LooksService } from '../looks/looks.service.js'
import { PlanReader } from '../plan/plan-reader.js'

/** What in one log of a case would like somebody's attention. */
@Injectable()
export class CaseItems {
  constructor(
    private readonly access: AccessService,
    private readonly plans: PlanReader,
    private readonly looks: LooksService,
  ) {}

  /** Null where the actor may not read; each log is asked about, so that the list shows no more than its page. */
  async of(
    actor: Actor,
    log: LogId,
    times: { readonly seenUpTo: number; readonly now: number },
  ): Promise<CaseAttention | null> {
    const subject = await this.access.subjectOf(actor.clinic, log, [actor.person])
    const relation = subject && relationTo(subject.facts, actor.person)
    if (this.access.refusalInLog(actor, 'read', subject) || subject?.kind !== 'case' || !relation) return null
    const { audience, facts } = subject
    const { caseId } = facts
    const [plan, people, looks] = await Promise.all([
      this.plans.read(placeFor(actor, log, subject)),
      this.access.peopleOfLog(actor.clinic, subject),
      // Looks are the case's, and told once.
      audience === 'plan' ? this.looks.concerns(actor, caseId, times.seenUpTo) : [],
    ])
    const items = attentionOf(plan, { person: actor.person, relation, ...times })
    return { caseId, plan: log, audience, relation, people, items, looks }
  }
}
