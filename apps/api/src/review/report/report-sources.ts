import { momentsRead, readEntry, startReading, type Moment } from '@accord/domain/history/moments'
import { chainStart, type ChainPosition } from '@accord/domain/history/verify'
import { emptyPlan, type Plan } from '@accord/domain/plan/plan'
import { Injectable } from '@nestjs/common'
import { ClinicService } from '../../clinic/clinic.service.js'
import { HistoryService } from '../../history/history.service.js'
import { sha256 } from '../../history/sealing.js'
import { foldedWith } from '../../plan/fold-or-broken.js'
import { ReviewLogs } from '../review-logs.js'
import type { ReviewSeat } from '../review-seats.js'

/** Entries that are checked in one go; others are answered between two of these. */
const PAGE = 200

interface ReadRecord {
  readonly plan: Plan
  readonly moments: readonly Moment[]
  readonly end: ChainPosition
}

/** What a report is made of: the plan's record, the review, and the clinic's own name and time. */
@Injectable()
export class ReportSources {
  constructor(
    private readonly logs: ReviewLogs,
    private readonly history: HistoryService,
    private readonly clinics: ClinicService,
  ) {}

  async of(seat: ReviewSeat) {
    const [record, found, settings] = await Promise.all([
      this.record(seat),
      this.logs.read(seat),
      this.clinics.settings(seat.clinic),
    ])
    return { ...record, found, settings }
  }

  /** All of a plan's record, each entry checked against the one before it and against what it holds. */
  private async record({ clinic, plan: log }: ReviewSeat): Promise<ReadRecord> {
    const reading = startReading()
    let plan = emptyPlan(log)
    let end: ChainPosition = chainStart(log, sha256)
    for (;;) {
      const page = await this.history.pageFrom({ clinic, log }, end, PAGE)
      for (const entry of page.entries) {
        plan = foldedWith(plan, entry)
        readEntry(reading, entry)
      }
      end = page.end
      if (page.entries.length < PAGE) return { plan, moments: momentsRead(reading), end }
    }
  }
}
