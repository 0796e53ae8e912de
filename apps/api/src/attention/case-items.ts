import type { Actor } from '@accord/domain/access/subject'
import { attentionOf } from '@accord/domain/attention/attention-of'
import { relationTo, type Relation } from '@accord/domain/case/relation'
import type { CaseId, LogId } from '@accord/domain/ids'
import type { CaseAttention } from '@accord/domain/rest/attention'
import { reviewConcerns, type ReviewConcern } from '@accord/domain/review/concerns'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { BrokenHistories } from '../audit/broken-histories.js'
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
    private readonly broken: BrokenHistories,
  ) {}

  /**
   * Null where the actor may not read; each log is asked about, so that the list shows no more than its page. A record
   * that does not hold asks for nothing but its alarm, and fails nothing of the others. (AT13)
   */
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
    const place = placeFor(actor, log, subject)
    const { seenUpTo } = times
    const [plan, people, looks, reviews] = await Promise.all([
      this.broken.orNull(place, () => this.plans.read(place)),
      this.access.peopleOfLog(actor.clinic, subject),
      // Looks and reviews are the case's, and told once.
      audience === 'plan'
        ? this.broken.orNull(place, () => this.looks.concerns(actor, caseId, seenUpTo))
        : null,
      audience === 'plan' ? this.reviewed(actor, { caseId, relation, seenUpTo }) : [],
    ])
    const items = plan ? attentionOf(plan, { person: actor.person, relation, ...times }) : []
    return {
      caseId,
      plan: log,
      audience,
      relation,
      people,
      items,
      looks: looks ?? [],
      reviews,
      sessions: [],
      alarms: [],
    }
  }

  /** Whoever may not read a review isn't told of it, and its log isn't opened for them. (RV2, RV10) */
  private async reviewed(
    { clinic, person }: Actor,
    { caseId, relation, seenUpTo }: { caseId: CaseId; relation: Relation; seenUpTo: number },
  ): Promise<readonly ReviewConcern[]> {
    if (relation !== 'supervisor' && relation !== 'practitioner') return []
    const place = { clinic, caseId, reader: person }
    const found = await this.broken.orNull({ clinic, writer: person }, () => this.reviews.read(place))
    return found ? reviewConcerns(found.review, { person, relation, seenUpTo }) : []
  }
}
