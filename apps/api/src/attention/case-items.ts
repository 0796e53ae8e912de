import type { Actor } from '@accord/domain/access/subject'
import { attentionOf } from '@accord/domain/attention/attention-of'
import { relationTo, type Relation } from '@accord/domain/case/relation'
import type { CaseId, LogId } from '@accord/domain/ids'
import type { CaseAttention } from '@accord/domain/rest/attention'
import { reviewConcerns, type ReviewConcern } from '@accord/domain/review/concerns'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { placeFor } from '../history/entry.repository.js'
import { LooksService } from '../looks/looks.service.js'
import { PlanReader } from '../plan/plan-reader.js'
import { ReviewLogs } from '../review/review-logs.js'

/** What in one log of a case would like somebody's attention. */
@Injectable()
export class CaseItems {
  constructor(
    private readonly access: AccessService,
    private readonly plans: PlanReader,
    private readonly looks: LooksService,
    private readonly reviews: ReviewLogs,
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
    const [plan, people, looks, reviews] = await Promise.all([
      this.plans.readOrNull(placeFor(actor, log, subject)),
      this.access.peopleOfLog(actor.clinic, subject),
      // Looks and reviews are the case's, and told once.
      audience === 'plan' ? this.looks.concerns(actor, caseId, times.seenUpTo) : [],
      audience === 'plan' ? this.reviewed(actor, { caseId, relation, seenUpTo: times.seenUpTo }) : [],
    ])
    const items = plan === null ? [] : attentionOf(plan, { person: actor.person, relation, ...times })
    return { caseId, plan: log, audience, relation, people, items, looks, reviews }
  }

  /** Whoever may not read a review isn't told of it, and its log isn't opened for them. (RV2, RV10) */
  private async reviewed(
    { clinic, person }: Actor,
    { caseId, relation, seenUpTo }: { caseId: CaseId; relation: Relation; seenUpTo: number },
  ): Promise<readonly ReviewConcern[]> {
    if (relation !== 'supervisor' && relation !== 'practitioner') return []
    const { review } = await this.reviews.read({ clinic, caseId, reader: person })
    return reviewConcerns(review, { person, relation, seenUpTo })
  }
}
