import type { CheckInAnswers } from '@accord/domain/alliance/check-in'
import type { HeldSession } from '@accord/domain/alliance/held-sessions'
import type { RepairStep } from '@accord/domain/alliance/repair'
import type { CaseId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { rowsOfIds, type RowsOfEach } from '../database/rows-of-each.js'
import type { LogKey } from '../history/key-store.js'
import type { SessionReader } from '../session/session.repository.js'
import { SessionService } from '../session/session.service.js'
import { openAnswers, openRepair } from './check-in-seal.js'
import { CheckInRepository, type CheckInRow } from './check-in.repository.js'
import { RepairRepository } from './repair.repository.js'

/** A check-in with what was answered, as far as it is for this reader. */
export interface OpenedCheckIn extends Omit<CheckInRow, 'content'> {
  readonly answers: CheckInAnswers | null
}

/** What somebody is shown of how working together went in a case: its sessions, what was said after them, what was done. */
export interface Series {
  readonly held: readonly HeldSession[]
  readonly checkIns: readonly OpenedCheckIn[]
  readonly repairs: readonly RepairStep[]
}

/** As many as some supervisors' queues hold. */
const MOST_KEPT = 1_000

const OF = (table: string) =>
  `(SELECT format('%s %s', count(*), sum(t.xmin::text::bigint)) FROM ${table} t WHERE t.case_id = w.case_id)`

/**
 * Changes when any of these rows is added, altered, or no longer shown to the reader. A session moves with its step, and a
 * check-in with its version, in one transaction; steps and versions themselves are never changed. (SE1, CI2)
 */
const MARKS = `
SELECT w.case_id, concat_ws(' ', ${['session', 'check_in', 'repair_step'].map(OF).join(', ')}) AS mark
FROM unnest($1::uuid[]) AS w (case_id)`

/** Years of check-ins, opened once, and again only when PostgreSQL shows this reader something else. (CI3, SQ21) */
@Injectable()
export class CaseSeries {
  private readonly kept = new Map<string, { readonly mark: string; readonly series: Series }>()
  private readonly marks: RowsOfEach<string, { readonly case_id: CaseId; readonly mark: string }>

  constructor(
    transactions: ClinicTransactions,
    private readonly sessions: SessionService,
    private readonly checkIns: CheckInRepository,
    private readonly repairs: RepairRepository,
  ) {
    this.marks = rowsOfIds(transactions, MARKS, (row) => row.case_id)
  }

  async of(reader: SessionReader, caseId: CaseId, key: LogKey): Promise<Series> {
    const { clinic, person } = reader
    // Asked before the rows are: what changes after this shows in the mark when it is asked again.
    const [found] = await this.marks.of(caseId, { clinic, people: [person] })
    const mark = `${key.version} ${found?.mark ?? ''}`
    const place = `${clinic} ${person} ${caseId}`
    const known = this.kept.get(place)
    if (known?.mark === mark) return known.series
    const series = await this.opened(reader, caseId, key)
    this.kept.delete(place)
    this.kept.set(place, { mark, series })
    for (const [oldest] of this.kept) {
      if (this.kept.size <= MOST_KEPT) break
      this.kept.delete(oldest)
    }
    return series
  }

  private async opened(reader: SessionReader, caseId: CaseId, key: LogKey): Promise<Series> {
    const [held, rows, steps] = await Promise.all([
      this.sessions.heldOf(reader, caseId),
      this.checkIns.ofCase(reader, caseId),
      this.repairs.ofCase(reader, caseId),
    ])
    const checkIns = rows.map(({ content, session, client, version, shownTo, at }) => {
      const stamp = { session, client, version }
      return { ...stamp, shownTo, at, answers: openAnswers(content, stamp, key) }
    })
    const repairs = steps.map((step) => ({ ...step, words: openRepair(step.words, step.id, key) }))
    return { held, checkIns, repairs }
  }
}
