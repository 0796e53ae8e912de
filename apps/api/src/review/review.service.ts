import type { Actor } from '@accord/domain/access/subject'
import { toHex } from '@accord/domain/history/bytes'
import type { CaseId } from '@accord/domain/ids'
import { isRefusal, refuse, type Refusal } from '@accord/domain/refusal'
import type { ReviewForClient, ReviewView } from '@accord/domain/rest/review'
import type { ReviewAct } from '@accord/domain/review/act'
import { changesSinceSigned, coveredUpTo } from '@accord/domain/review/coverage'
import { refusalOfAct } from '@accord/domain/review/decide'
import { commentsForClient } from '@accord/domain/review/for-client'
import { Injectable } from '@nestjs/common'
import { HistoryBroken } from '../history/history.service.js'
import { KeyMissing } from '../history/key-store.js'
import { Checklists } from './checklists.js'
import { PlanRecord } from './plan-record.js'
import { QuoteLooks } from './quote-looks.js'
import { ReviewLogs } from './review-logs.js'
import { ReviewSeats, type ReviewSeat } from './review-seats.js'

/** How often an act is decided anew after others came first. */
const TRIES = 8

/** Reviews of cases: what is said, asked and signed about a plan's record. (RV1–RV9) */
@Injectable()
export class ReviewService {
  constructor(
    private readonly seats: ReviewSeats,
    private readonly logs: ReviewLogs,
    private readonly record: PlanRecord,
    private readonly checklists: Checklists,
    private readonly looks: QuoteLooks,
  ) {}

  async view(actor: Actor, caseId: CaseId): Promise<ReviewView | Refusal> {
    const seat = await this.seats.of(actor, caseId, 'review.read')
    return isRefusal(seat) ? seat : unlessBroken(() => this.shown(seat))
  }

  /** Adds one act, and answers the review as it stands then. */
  async act(actor: Actor, caseId: CaseId, act: ReviewAct): Promise<ReviewView | Refusal> {
    const seat = await this.seats.of(actor, caseId, 'review.write')
    if (isRefusal(seat)) return seat
    return unlessBroken(async () => (await this.add(seat, act)) ?? this.shown(seat))
  }

  async forClient(actor: Actor, caseId: CaseId): Promise<ReviewForClient | Refusal> {
    const place = await this.seats.forClient(actor, caseId)
    if (isRefusal(place)) return place
    return unlessBroken(async () => ({
      comments: commentsForClient((await this.logs.read(place)).review),
      people: await this.seats.access.peopleOfCase(actor.clinic, place.caseId),
    }))
  }

  /** Null once it is done, also when it had been done before: a browser that lost the answer sends it again. (RV4) */
  private async add(seat: ReviewSeat, act: ReviewAct): Promise<Refusal | null> {
    const { clinic, by } = seat
    const [facts, checklist] = await Promise.all([
      this.record.factsFor(seat, act),
      this.checklists.current(clinic),
    ])
    for (let tried = 0; tried < TRIES; tried++) {
      const found = await this.logs.read(seat)
      if (found.review.acts.get(act.id) === by.person) return null
      const no = refusalOfAct(found.review, act, by, { ...facts, checklist })
      if (no) return no
      if (await this.logs.append(seat, found, { act, by, at: this.looks.clock.now() })) return null
    }
    return refuse('storage-unavailable', 'others were always faster')
  }

  private async shown(seat: ReviewSeat): Promise<ReviewView> {
    const { clinic, caseId, plan } = seat
    const { review, end } = await this.logs.read(seat)
    await this.looks.writeDown(seat, review)
    const [head, checklist, people] = await Promise.all([
      this.record.headOf(seat),
      this.checklists.current(clinic),
      this.seats.access.peopleOfCase(clinic, caseId),
    ])
    return {
      caseId,
      plan,
      head,
      reviewed: end && { seq: end.seq, hash: toHex(end.hash) },
      threads: review.threads,
      signatures: review.signatures,
      covered: coveredUpTo(review),
      changesSince: changesSinceSigned(review, head),
      checklist,
      people,
    }
  }
}

/** A log that does not hold is a refusal with a sentence, and no failure of the request. */
async function unlessBroken<T>(read: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof HistoryBroken || error instanceof KeyMissing) return refuse('plan-unreadable')
    throw error
  }
}
