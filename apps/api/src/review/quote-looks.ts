import type { Review } from '@accord/domain/review/review'
import { Injectable } from '@nestjs/common'
import { AccessEventRepository } from '../audit/access-event.repository.js'
import { Clock } from '../config/clock.js'
import type { ReviewSeat } from './review-seats.js'

/** As long as a sign-in can last. (ID3) */
const LONGEST_MS = 12 * 3_600_000

/**
 * A review that quotes a plan shows its words. Whoever reads it without a look that is written down already has one
 * written before anything is shown. (RV11, AC8)
 */
@Injectable()
export class QuoteLooks {
  constructor(
    private readonly events: AccessEventRepository,
    readonly clock: Clock,
  ) {}

  async writeDown({ clinic, caseId, plan: log, by }: ReviewSeat, review: Review): Promise<void> {
    if (review.threads.every(({ pin }) => pin.passage === null)) return
    const { person, relation } = by
    const since = new Date(this.clock.now() - LONGEST_MS)
    if (await this.events.looked({ clinic, caseId, log, person }, since)) return
    await this.events.historyRead({ clinic, caseId, log, person, relation, connection: null })
  }
}
