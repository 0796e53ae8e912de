import { toHex } from '@accord/domain/history/bytes'
import { goalOf, type Plan } from '@accord/domain/plan/plan'
import { placeOfAct, type ReviewAct, type ReviewPin } from '@accord/domain/review/act'
import type { RecordFacts } from '@accord/domain/review/decide'
import { attributedTexts } from '@accord/domain/goal/texts'
import { Injectable } from '@nestjs/common'
import { AccessEventRepository } from '../audit/access-event.repository.js'
import { EntryRepository } from '../history/entry.repository.js'
import { PlanReader } from '../plan/plan-reader.js'
import type { ReviewSeat } from './review-seats.js'

/** What the plan's own record says to an act that names a place in it: the server's word, never the browser's. (RV3) */
@Injectable()
export class PlanRecord {
  constructor(
    private readonly entries: EntryRepository,
    private readonly plans: PlanReader,
    private readonly events: AccessEventRepository,
  ) {}

  async headOf({ clinic, plan }: ReviewSeat): Promise<{ readonly seq: number; readonly hash: string }> {
    const head = await this.entries.head({ clinic, log: plan })
    if (!head) throw new Error(`log ${plan} has no head`)
    return { seq: head.seq, hash: toHex(head.hash) }
  }

  async factsFor(seat: ReviewSeat, act: ReviewAct): Promise<Omit<RecordFacts, 'checklist'>> {
    const { clinic, plan, caseId, by } = seat
    const place = placeOfAct(act)
    const entry = place && (await this.entries.atSeq({ clinic, log: plan }, place.seq))
    if (!entry) return { plan, hash: null, quotes: false, opened: false }
    const signs = act.kind === 'review.sign'
    return {
      plan,
      hash: toHex(entry.hash),
      quotes: signs || !('pin' in act) || (await this.quotes(seat, act.pin)),
      opened:
        signs &&
        (await this.events.sawUpTo({ clinic, caseId, log: plan, person: by.person }, new Date(entry.at))),
    }
  }

  /** Words are among those that stood there after the entry, or were taken out by it. */
  private async quotes({ clinic, plan: log }: ReviewSeat, pin: ReviewPin): Promise<boolean> {
    if (pin.goal === null) return true
    const after = await this.plans.readAt({ clinic, log }, pin.seq)
    if (!after || !goalOf(after, pin.goal)) return false
    if (pin.passage === null || holds(after, pin)) return true
    const before = pin.seq > 1 ? await this.plans.readAt({ clinic, log }, pin.seq - 1) : null
    return before !== null && holds(before, pin)
  }
}

function holds(plan: Plan, { goal: id, passage }: ReviewPin): boolean {
  const goal = id && goalOf(plan, id)
  if (!goal || passage === null) return false
  return attributedTexts(goal).some(({ text }) => text.includes(passage))
}
