import type { Actor } from '@accord/domain/access/may'
import { attentionOf } from '@accord/domain/attention/attention-of'
import { relationTo } from '@accord/domain/case/relation'
import type { LogId } from '@accord/domain/ids'
import type { Refusal } from '@accord/domain/refusal'
import type { AttentionList, CaseAttention } from '@accord/domain/rest/attention'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { CaseRepository, type CaseRow } from '../case/case.repository.js'
import { Clock } from '../config/clock.js'
import { Channel } from '../notify/channel.js'
import { PlanReader } from '../plan/plan-reader.js'

/** What would like somebody's attention, in all their open cases. */
@Injectable()
export class AttentionService {
  constructor(
    private readonly access: AccessService,
    private readonly cases: CaseRepository,
    private readonly plans: PlanReader,
    private readonly channel: Channel,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor): Promise<AttentionList> {
    const at = this.clock.now()
    const [rows, told] = await Promise.all([
      this.cases.ofPerson(actor.clinic, actor.person),
      this.channel.toldUpTo(actor.clinic, actor.person),
    ])
    const open = rows.filter(({ closed_ms: closed }) => closed === null)
    const found = await Promise.all(
      open.map((row) => this.ofCase(actor, row, { seenUpTo: told.get(row.plan) ?? 0, now: at })),
    )
    return { at, cases: found.filter((one): one is CaseAttention => one !== null && one.items.length > 0) }
  }

  /** Notes what somebody has seen, as far as it is not ahead of the server's time. (AT8) */
  async seen(actor: Actor, plan: LogId, upTo: number): Promise<Refusal | null> {
    const subject = await this.access.subjectOf(actor.clinic, plan, null)
    const no = this.access.refusalInLog(actor, 'seen', subject)
    if (no) return no
    const { clinic, person } = actor
    await this.channel.told({ clinic, person, plan }, Math.min(upTo, this.clock.now()))
    return null
  }

  /** Null where the actor may not read; each case is asked about, so that the list shows no more than its page. */
  private async ofCase(
    actor: Actor,
    { case_id: caseId, plan: log }: CaseRow,
    times: { readonly seenUpTo: number; readonly now: number },
  ): Promise<CaseAttention | null> {
    const facts = await this.access.factsOfCase(actor.clinic, caseId)
    const relation = facts && relationTo(facts, actor.person)
    if (this.access.refusal(actor, 'plan.read', facts) || !relation) return null
    const [plan, people] = await Promise.all([
      this.plans.read(actor.clinic, log),
      this.access.peopleOfCase(actor.clinic, caseId),
    ])
    const items = attentionOf(plan, { person: actor.person, relation, ...times })
    return { caseId, plan: log, relation, people, items }
  }
}
