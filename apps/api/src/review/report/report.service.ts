import type { Actor } from '@accord/domain/access/subject'
import { toHex } from '@accord/domain/history/bytes'
import type { HistoryEntry } from '@accord/domain/history/entry'
import { momentsOf } from '@accord/domain/history/moments'
import { chainStart, type ChainPosition } from '@accord/domain/history/verify'
import type { CaseId, GoalId } from '@accord/domain/ids'
import { goalOf, type Plan } from '@accord/domain/plan/plan'
import { isRefusal, refuse, type Refusal } from '@accord/domain/refusal'
import type { PersonName } from '@accord/domain/sync/wire'
import { Injectable } from '@nestjs/common'
import { AccessEventRepository } from '../../audit/access-event.repository.js'
import { ClinicService } from '../../clinic/clinic.service.js'
import { HistoryBroken, HistoryService } from '../../history/history.service.js'
import { KeyMissing } from '../../history/key-store.js'
import { sha256 } from '../../history/sealing.js'
import { message } from '../../messages/message.js'
import { foldedLog } from '../../plan/fold-or-broken.js'
import { ReviewLogs } from '../review-logs.js'
import { ReviewSeats, type ReviewSeat } from '../review-seats.js'
import { fonts } from '../../paper/fonts.js'
import type { Named } from './moment-words.js'
import { print } from '../../paper/paper.js'
import { reportBlocks } from './report-blocks.js'
import type { ReportContent } from './report-content.js'
import { verificationCode, type CoveredLog } from './verification.js'

const PAGE = 2_000

/** A review on paper, made of a record that is checked as it is read. (RV13) */
@Injectable()
export class ReportService {
  constructor(
    private readonly seats: ReviewSeats,
    private readonly logs: ReviewLogs,
    private readonly history: HistoryService,
    private readonly clinics: ClinicService,
    private readonly events: AccessEventRepository,
  ) {}

  /** @param at when it is made, in ms */
  async make(
    actor: Actor,
    caseId: CaseId,
    { paper, at }: { readonly paper: 'A4' | 'Letter'; readonly at: number },
  ): Promise<Buffer | Refusal> {
    const seat = await this.seats.of(actor, caseId, 'review.read')
    if (isRefusal(seat)) return seat
    const { clinic, by } = seat
    // Written before anything is shown: if it can't be written, nothing is made. (AC8)
    await this.events.reportMade({ clinic, caseId: seat.caseId, log: seat.plan, ...by, connection: null })
    try {
      const content = await this.contentOf(seat, at)
      const foot = (page: number, pages: number) =>
        message('report.foot', { code: content.covers.code, page, pages })
      return await print(reportBlocks(content), { paper, fonts: await fonts(), foot, at: new Date(at) })
    } catch (error) {
      if (error instanceof HistoryBroken || error instanceof KeyMissing) return refuse('plan-unreadable')
      throw error
    }
  }

  private async contentOf(seat: ReviewSeat, at: number): Promise<ReportContent> {
    const { clinic, plan: log, caseId, by } = seat
    const [{ entries, end }, found, people, settings] = await Promise.all([
      this.record(seat),
      this.logs.read(seat),
      this.seats.access.peopleOfCase(clinic, caseId),
      this.clinics.settings(clinic),
    ])
    const plan = foldedLog(log, entries)
    const named = namedBy(people, plan)
    const covers = { plan: covered(end), review: found.end && covered(found.end) }
    const clients = people.filter(({ relation }) => relation === 'client').map(({ name }) => name)
    return {
      clinic: settings.name,
      clients: new Intl.ListFormat('en-GB').format(clients),
      madeBy: named.person(by.person),
      plan,
      moments: momentsOf(entries),
      review: found.review,
      covers: { ...covers, code: verificationCode(covers.plan, covers.review) },
      named,
      when: timesIn(settings.timeZone),
      at,
    }
  }

  /** All of a plan's record, each entry checked against the one before it and against what it holds. */
  private async record({ clinic, plan: log }: ReviewSeat) {
    const entries: HistoryEntry[] = []
    let end: ChainPosition = chainStart(log, sha256)
    for (;;) {
      const page = await this.history.pageFrom({ clinic, log }, end, PAGE)
      entries.push(...page.entries)
      end = page.end
      if (page.entries.length < PAGE) return { entries, end }
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
