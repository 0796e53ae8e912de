import type { Actor } from '@accord/domain/access/subject'
import { toHex } from '@accord/domain/history/bytes'
import type { ChainPosition } from '@accord/domain/history/verify'
import type { CaseId, GoalId } from '@accord/domain/ids'
import { goalOf, type Plan } from '@accord/domain/plan/plan'
import { isRefusal, refuse, type Refusal } from '@accord/domain/refusal'
import type { PersonName } from '@accord/domain/sync/wire'
import { Injectable } from '@nestjs/common'
import { AccessEventRepository } from '../../audit/access-event.repository.js'
import { HistoryBroken } from '../../history/history.service.js'
import { KeyMissing } from '../../history/key-store.js'
import { message } from '../../messages/message.js'
import { Press } from '../../paper/press.js'
import { ReviewSeats, type ReviewSeat } from '../review-seats.js'
import type { Named } from './moment-words.js'
import { reportBlocks } from './report-blocks.js'
import type { ReportContent } from './report-content.js'
import { ReportSources } from './report-sources.js'
import { verificationCode, type CoveredLog } from './verification.js'

/** A review on paper, made of a record that is checked as it is read. (RV13) */
@Injectable()
export class ReportService {
  constructor(
    private readonly seats: ReviewSeats,
    private readonly sources: ReportSources,
    private readonly events: AccessEventRepository,
    private readonly press: Press,
  ) {}

  /** @param at when it is made, in ms */
  async make(
    actor: Actor,
    caseId: CaseId,
    { paper, at }: { readonly paper: 'A4' | 'Letter'; readonly at: number },
  ): Promise<Uint8Array | Refusal> {
    const seat = await this.seats.of(actor, caseId, 'review.read')
    if (isRefusal(seat)) return seat
    const { clinic, by } = seat
    // Written before anything is shown: if it can't be written, nothing is made. (AC8)
    await this.events.reportMade({ clinic, caseId: seat.caseId, log: seat.plan, ...by, connection: null })
    try {
      const content = await this.contentOf(seat, at)
      const printed = await this.press.print({
        blocks: reportBlocks(content),
        paper,
        foot: { key: 'report.foot', values: { code: content.covers.code } },
        at,
      })
      // Others are being printed, or this one is too long to be: either is told as "not just now". (RV14)
      return printed.kind === 'made' ? printed.made : refuse('too-fast', printed.kind)
    } catch (error) {
      if (error instanceof HistoryBroken || error instanceof KeyMissing) return refuse('plan-unreadable')
      throw error
    }
  }

  private async contentOf(seat: ReviewSeat, at: number): Promise<ReportContent> {
    const { clinic, caseId, by } = seat
    const [{ plan, moments, end, found, settings }, people] = await Promise.all([
      this.sources.of(seat),
      this.seats.access.peopleOfCase(clinic, caseId),
    ])
    const named = namedBy(people, plan)
    const covers = { plan: covered(end), review: found.end && covered(found.end) }
    const clients = people.filter(({ relation }) => relation === 'client').map(({ name }) => name)
    return {
      clinic: settings.name,
      clients: new Intl.ListFormat('en-GB').format(clients),
      madeBy: named.person(by.person),
      plan,
      moments,
      review: found.review,
      covers: { ...covers, code: verificationCode(covers.plan, covers.review) },
      named,
      when: timesIn(settings.timeZone),
      at,
    }
  }
}

function covered({ log, seq, hash }: ChainPosition): CoveredLog {
  return { log, seq, hash: toHex(hash) }
}

function namedBy(people: readonly PersonName[], plan: Plan): Named {
  const names = new Map(people.map(({ person, name }) => [person, name]))
  return {
    person: (id) => names.get(id) ?? '',
    goal: (id) => goalOf(plan, id as GoalId)?.name.text.trim() || message('report.goal.unnamed'),
  }
}

function timesIn(timeZone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone })
  return (at) => format.format(at)
}
