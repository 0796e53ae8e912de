import type { Actor } from '@accord/domain/access/subject'
import { isRefusal, type RefusalCode } from '@accord/domain/refusal'
import type { ReadBody, ReadOutcomes } from '@accord/domain/rest/review'
import { coveredUpTo } from '@accord/domain/review/coverage'
import { Injectable } from '@nestjs/common'
import { Clock } from '../config/clock.js'
import { newUuid } from '../history/new-uuid.js'
import { ReviewService } from './review.service.js'

type Outcome = ReadOutcomes['cases'][number]['outcome']
type ReadCase = ReadBody['cases'][number]

/** "Read, no concerns", for several cases at once: each is signed up to where it was read, or says why not. (RV7) */
@Injectable()
export class ReadingService {
  constructor(
    private readonly reviews: ReviewService,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor, { cases }: ReadBody): Promise<ReadOutcomes> {
    const outcomes: ReadOutcomes['cases'][number][] = []
    for (const one of cases) outcomes.push({ caseId: one.caseId, outcome: await this.sign(actor, one) })
    return { cases: outcomes }
  }

  private async sign(actor: Actor, { caseId, seq, hash }: ReadCase): Promise<Outcome> {
    const view = await this.reviews.view(actor, caseId)
    if (isRefusal(view)) return outcomeOf(view.refused)
    const from = (coveredUpTo(view)?.seq ?? 0) + 1
    if (from > seq) return 'already-signed'
    const id = newUuid(this.clock.now())
    const { plan } = view
    const stretch = { plan, from, upTo: { seq, hash }, checklist: null, concerns: null }
    const signed = await this.reviews.act(actor, caseId, { kind: 'review.sign', id, ...stretch })
    return isRefusal(signed) ? outcomeOf(signed.refused) : 'signed'
  }
}

function outcomeOf(code: RefusalCode): Outcome {
  if (code === 'not-opened' || code === 'record-differs') return code
  if (code === 'already-exists') return 'already-signed'
  return code === 'not-found' || code === 'not-yours' ? 'not-found' : 'failed'
}
