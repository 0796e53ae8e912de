import type { Actor } from '@accord/domain/access/subject'
import type { Plan } from '@accord/domain/plan/plan'
import { waitingAsks } from '@accord/domain/review/asks'
import { changesSinceSigned, coveredUpTo } from '@accord/domain/review/coverage'
import type { Review } from '@accord/domain/review/review'
import type { RecordFacts, ReviewFacts } from '@accord/domain/supervision/queue-facts'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { BrokenHistories } from '../audit/broken-histories.js'
import { placeFor, type LogPlace } from '../history/entry.repository.js'
import { PlanReader } from '../plan/plan-reader.js'
import { ReviewLogs } from '../review/review-logs.js'
import { QueueRecordsRepository, type ConfidentialRow } from './queue-records.repository.js'
import type { SupervisedRow } from './queue.repository.js'

/** What a queue found in a case's review; `changes` that no signature covers are null when it does not hold. */
export interface ReviewFound {
  readonly changes: number | null
  readonly facts: ReviewFacts
}

const NOTHING: ReviewFound = { changes: null, facts: { asks: [], unsigned: null } }

/** Plans and their reviews as a queue needs them: one whose history does not hold is a reason, and no failure of all the others. */
@Injectable()
export class QueuePlans {
  constructor(
    private readonly access: AccessService,
    private readonly plans: PlanReader,
    private readonly reviews: ReviewLogs,
    private readonly records: QueueRecordsRepository,
    private readonly broken: BrokenHistories,
  ) {}

  /** Null when its log does not hold or its key is missing. */
  async read(place: LogPlace): Promise<Plan | null> {
    return this.broken.orNull(place, () => this.plans.read(place))
  }

  /** What is kept from a guardian, as far as the access rule lets this supervisor read it. (SQ19) */
  async confidential(actor: Actor, row: ConfidentialRow | undefined): Promise<RecordFacts | null> {
    if (!row) return null
    const subject = await this.access.subjectOf(actor.clinic, row.log, [actor.person])
    if (!subject || this.access.refusalInLog(actor, 'read', subject)) return null
    const plan = await this.read(placeFor(actor, row.log, subject))
    return { plan, alerts: row.alerts, readAt: row.read_ms }
  }

  /** What waits in a case's review for a signature or for an answer. (SQ17, SQ18) */
  async reviewed(
    { clinic, person: reader }: Actor,
    row: SupervisedRow,
    plan: Plan | null,
  ): Promise<ReviewFound> {
    const { case_id: caseId, head_seq: seq, head_hash: hash } = row
    const place = { clinic, caseId, reader }
    const found = await this.broken.orNull({ clinic, writer: reader }, () => this.reviews.read(place))
    if (!found) return NOTHING
    const { review } = found
    const asks = waitingAsks(review).map(({ at, by, goal }) => {
      return { at, by, goalName: (goal && plan?.goals[goal]?.name.text) ?? '' }
    })
    const facts = { asks, unsigned: await this.unsigned({ clinic, person: reader }, row, review) }
    return { changes: changesSinceSigned(review, { seq, hash }), facts }
  }

  private async unsigned(
    { clinic, person }: Pick<Actor, 'clinic' | 'person'>,
    { case_id: caseId, plan, read_up_to: upTo }: SupervisedRow,
    review: Review,
  ): Promise<ReviewFacts['unsigned']> {
    const signed = coveredUpTo(review)?.seq ?? 0
    if (upTo <= signed) return null
    const oldest = { clinic, supervisor: person, caseId, plan, seq: signed + 1 }
    const at = await this.records.firstLook(oldest)
    return at === null ? null : { upTo, at }
  }
}
