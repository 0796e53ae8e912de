import type { Action } from '@accord/domain/access/action'
import type { Actor } from '@accord/domain/access/subject'
import { liveParties } from '@accord/domain/case/party'
import { relationTo, type CaseFacts } from '@accord/domain/case/relation'
import type { CaseId, LogId } from '@accord/domain/ids'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type { Reviewer } from '@accord/domain/review/decide'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { CaseRepository } from '../case/case.repository.js'
import type { ReviewPlace } from './review-logs.js'

/** Where a reviewer sits: the case, its plan, and what they are to it. */
export interface ReviewSeat extends ReviewPlace {
  readonly plan: LogId
  readonly by: Reviewer
}

/** Who may come to a case's review, and as what. */
@Injectable()
export class ReviewSeats {
  constructor(
    readonly access: AccessService,
    private readonly cases: CaseRepository,
  ) {}

  /** A supervisor's or practitioner's place in a review. (RV2) */
  async of(
    actor: Actor,
    caseId: CaseId,
    action: Extract<Action, 'review.read' | 'review.write'>,
  ): Promise<ReviewSeat | Refusal> {
    const facts = await this.access.factsOfCase(actor.clinic, caseId)
    const no = this.access.refusal(actor, action, facts)
    const relation = facts && relationTo(facts, actor.person)
    const row = no ? null : await this.cases.one(actor.clinic, caseId, actor.person)
    if (no || !row || (relation !== 'supervisor' && relation !== 'practitioner'))
      return no ?? refuse('not-found')
    const { clinic, person } = actor
    return { clinic, caseId: row.case_id, reader: person, plan: row.plan, by: { person, relation } }
  }

  /**
   * In whose name a client's comments are read: a client never comes to the log itself. Somebody of the case who may
   * read it is named to row-level security, and what is handed on is what was marked safe. (RV6, RV10)
   */
  async forClient(actor: Actor, caseId: CaseId): Promise<ReviewPlace | Refusal> {
    const facts = await this.access.factsOfCase(actor.clinic, caseId)
    const no = this.access.refusal(actor, 'review.for-client', facts)
    const reader = facts && readerOf(facts)
    if (no || !facts || !reader) return no ?? refuse('not-found')
    return { clinic: actor.clinic, caseId: facts.caseId, reader }
  }
}

function readerOf({ supervisors, parties }: CaseFacts) {
  const practitioner = liveParties(parties).find(({ relation }) => relation === 'practitioner')
  return practitioner?.person ?? supervisors[0]
}
