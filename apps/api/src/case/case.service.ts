import type { Actor } from '@accord/domain/access/subject'
import { hasGuardian, withoutGuardians } from '@accord/domain/case/confidence'
import { relationTo, type CaseFacts } from '@accord/domain/case/relation'
import type { CaseId } from '@accord/domain/ids'
import { isRefusal, refuse, type Refusal } from '@accord/domain/refusal'
import type { CaseList, CaseSummary, ConfidentialGoals } from '@accord/domain/rest/case'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { PlanReader } from '../plan/plan-reader.js'
import { CaseRepository, type CaseRow } from './case.repository.js'
import { goalSummaries } from './goal-summary.js'

/** Cases as the asker may see them. */
@Injectable()
export class CaseService {
  constructor(
    private readonly access: AccessService,
    private readonly repository: CaseRepository,
    private readonly plans: PlanReader,
  ) {}

  /** The asker's own cases; each is asked about, so that a list shows no more than its pages would. */
  async list(actor: Actor): Promise<CaseList> {
    const rows = await this.repository.ofPerson(actor.clinic, actor.person)
    const summaries = await Promise.all(rows.map((row) => this.summaryOf(actor, row)))
    const cases = summaries.filter((summary): summary is CaseSummary => !isRefusal(summary))
    if (actor.audience === 'portal') return { cases }
    const restricted = await this.repository.restrictedFor(actor.clinic, actor.person)
    return restricted.length > 0 ? { cases, restricted } : { cases }
  }

  async read(actor: Actor, caseId: CaseId): Promise<CaseSummary | Refusal> {
    const facts = await this.access.factsOfCase(actor.clinic, caseId)
    const no = this.access.refusal(actor, 'case.read', facts)
    if (no) return no
    const row = await this.repository.one(actor.clinic, caseId, actor.person)
    return row && facts ? this.summarise(actor, row, facts) : refuse('not-found')
  }

  private async summaryOf(actor: Actor, row: CaseRow): Promise<CaseSummary | Refusal> {
    const facts = await this.access.factsOfCase(actor.clinic, row.case_id)
    const no = this.access.refusal(actor, 'case.read', facts)
    return no ?? (facts ? this.summarise(actor, row, facts) : refuse('not-found'))
  }

  private async summarise(actor: Actor, row: CaseRow, facts: CaseFacts): Promise<CaseSummary | Refusal> {
    const relation = relationTo(facts, actor.person)
    if (!relation) return refuse('not-found')
    const [plan, confidential, people] = await Promise.all([
      this.plans.readOrNull({ clinic: actor.clinic, log: row.plan }),
      this.confidentialOf(actor, row, facts),
      this.access.peopleOfCase(actor.clinic, row.case_id),
    ])
    const { case_id: caseId, discipline, opened_ms: openedAt, closed_ms: closedAt } = row
    return {
      caseId,
      plan: row.plan,
      discipline,
      openedAt,
      closedAt,
      relation,
      people,
      goals: plan === null ? [] : goalSummaries(plan),
      confidential,
      ...(plan === null ? { unreadable: true } : {}),
    }
  }

  /** A guardian is answered as if there were nothing of the kind. (CF6) */
  private async confidentialOf(
    actor: Actor,
    { confidential: log }: CaseRow,
    facts: CaseFacts,
  ): Promise<ConfidentialGoals | null> {
    if (this.access.refusal(actor, 'plan.read', withoutGuardians(facts))) return null
    if (log === null) return hasGuardian(facts) ? { log, goals: [] } : null
    const plan = await this.plans.readOrNull({ clinic: actor.clinic, log, confidants: [actor.person] })
    return { log, goals: plan === null ? [] : goalSummaries(plan) }
  }
}
