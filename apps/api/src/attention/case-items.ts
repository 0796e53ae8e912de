import type { Actor } from '@accord/domain/access/may'
import { attentionOf } from '@accord/domain/attention/attention-of'
import { relationTo } from '@accord/domain/case/relation'
import type { CaseAttention } from '@accord/domain/rest/attention'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import type { CaseRow } from '../case/case.repository.js'
import { LooksService } from '../looks/looks.service.js'
import { PlanReader } from '../plan/plan-reader.js'

/** What of one case would like somebody's attention. */
@Injectable()
export class CaseItems {
  constructor(
    private readonly access: AccessService,
    private readonly plans: PlanReader,
    private readonly looks: LooksService,
  ) {}

  /** Null where the actor may not read; each case is asked about, so that the list shows no more than its page. */
  async of(
    actor: Actor,
    { case_id: caseId, plan: log }: CaseRow,
    times: { readonly seenUpTo: number; readonly now: number },
  ): Promise<CaseAttention | null> {
    const facts = await this.access.factsOfCase(actor.clinic, caseId)
    const relation = facts && relationTo(facts, actor.person)
    if (this.access.refusal(actor, 'plan.read', facts) || !relation) return null
    const [plan, people, looks] = await Promise.all([
      this.plans.read(actor.clinic, log),
      this.access.peopleOfCase(actor.clinic, caseId),
      this.looks.concerns(actor, caseId, times.seenUpTo),
    ])
    const items = attentionOf(plan, { person: actor.person, relation, ...times })
    return { caseId, plan: log, relation, people, items, looks }
  }
}
