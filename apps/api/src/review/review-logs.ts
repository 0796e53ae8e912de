import { chainStart, type ChainPosition } from '@accord/domain/history/verify'
import type { CaseId, ClinicId, LogId, PersonId } from '@accord/domain/ids'
import type { ReviewAct } from '@accord/domain/review/act'
import type { Reviewer } from '@accord/domain/review/decide'
import { foldReviewEntry, readReviewEntry } from '@accord/domain/review/fold'
import { EMPTY_REVIEW, type Review } from '@accord/domain/review/review'
import type { HistoryEntry } from '@accord/domain/history/entry'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { rowsOfIds, type RowsOfEach } from '../database/rows-of-each.js'
import { HistoryBroken, HistoryService } from '../history/history.service.js'
import type { LogPlace } from '../history/entry.repository.js'
import { KeptStates, type StateAt } from '../history/kept-states.js'
import type { LogKey } from '../history/key-store.js'
import { newUuid } from '../history/new-uuid.js'
import { sealEntry, sha256, type StoredEntry } from '../history/sealing.js'

/** A case's review, and in whose name its log is read: row-level security shows it to nobody else. (RV10) */
export interface ReviewPlace {
  readonly clinic: ClinicId
  readonly caseId: CaseId
  readonly reader: PersonId
}

/** A review as it stands, and where its log has come to; null while there is no log. */
export interface FoundReview {
  readonly review: Review
  readonly end: ChainPosition | null
}

/** An act that was allowed: who does it, and when, in ms. */
export interface AllowedAct {
  readonly act: ReviewAct
  readonly by: Reviewer
  readonly at: number
}

const PAGE = 1_000
/** What all reviews may take that are kept as they were folded last, in bytes. */
const MOST_KEPT = 16 * 1024 * 1024

const LOGS = `SELECT case_id, log_id FROM log WHERE case_id = ANY ($1) AND audience = 'review'`

/** The logs of reviews: chained, sealed and committed like every other. (RV1) */
@Injectable()
export class ReviewLogs {
  private readonly kept: KeptStates<Review>
  private readonly logs: RowsOfEach<string, { readonly case_id: CaseId; readonly log_id: LogId }>

  constructor(
    private readonly transactions: ClinicTransactions,
    private readonly history: HistoryService,
  ) {
    this.logs = rowsOfIds(transactions, LOGS, (row) => row.case_id)
    const folding = {
      start: ({ log }: LogPlace) =>
        Promise.resolve({ folded: EMPTY_REVIEW, position: chainStart(log, sha256) }),
      goOn: async (place: LogPlace, from: StateAt<Review>) => this.folded(place, from),
      weigh: (review: Review) => JSON.stringify(review).length,
      longest: Infinity,
    }
    this.kept = new KeptStates(history.repository, history.keys, folding, MOST_KEPT)
  }

  /** Throws {@link HistoryBroken} or KeyMissing when the log does not hold. */
  async read({ clinic, caseId, reader }: ReviewPlace): Promise<FoundReview> {
    const [found] = await this.logs.of(caseId, { clinic, people: [reader] })
    if (!found) return { review: EMPTY_REVIEW, end: null }
    const place = { clinic, log: found.log_id, writer: reader }
    const { folded: review, position: end, head } = await this.kept.present(place)
    // A restoration raises a log's epoch in its head; its next entry is the first to bear it. (BR9)
    return { review, end: head && head.epoch > end.epoch ? { ...end, epoch: head.epoch } : end }
  }

  private async folded(place: LogPlace, from: StateAt<Review>): Promise<StateAt<Review>> {
    let { folded, position } = from
    for (;;) {
      const page = await this.history.pageFrom(place, position, PAGE)
      for (const entry of page.entries) folded = foldedWith(folded, place.log, entry)
      position = page.end
      if (page.entries.length < PAGE) return { folded, position }
    }
  }

  /** @returns false when somebody else's act came first: read again, and decide again */
  async append(place: ReviewPlace, { end }: FoundReview, allowed: AllowedAct): Promise<boolean> {
    return this.run(place, async (manager) => {
      const began = end ?? (await this.begin(place, allowed.at, manager))
      if (!began) return false
      const key = end ? this.history.keys.open(began.log) : this.history.keys.create(began.log)
      const won = await this.history.repository.commit([sealed(place.clinic, began, allowed, key)], manager)
      return won.has(began.log)
    })
  }

  /** Null when another is beginning it at this moment. */
  private async begin(
    { clinic, caseId }: ReviewPlace,
    at: number,
    manager: EntityManager,
  ): Promise<ChainPosition | null> {
    const log = newUuid(at) as LogId
    const rows = await manager.query<unknown[]>(
      `INSERT INTO log (log_id, clinic_id, case_id, audience, created_at) VALUES ($1, $2, $3, 'review', $4)
       ON CONFLICT DO NOTHING RETURNING log_id`,
      [log, clinic, caseId, new Date(at)],
    )
    if (rows.length === 0) return null
    const start = chainStart(log, sha256)
    await manager.query(
      'INSERT INTO log_head (log_id, clinic_id, seq, hash, at_ms, epoch) VALUES ($1, $2, 0, $3, 0, 1)',
      [log, clinic, start.hash],
    )
    return { ...start, epoch: 1 }
  }

  private async run<T>(
    { clinic, reader }: ReviewPlace,
    work: (manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    return this.transactions.run([clinic], work, [reader])
  }
}

function foldedWith(review: Review, log: LogId, entry: HistoryEntry): Review {
  const read = readReviewEntry(entry)
  try {
    if (read) return foldReviewEntry(review, read)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  throw new HistoryBroken({ log, seq: entry.seq, reason: 'fold-differs' })
}

function sealed(clinic: ClinicId, end: ChainPosition, allowed: AllowedAct, key: LogKey): StoredEntry {
  const { act, by, at } = allowed
  const nowhere = { clientId: null, op: null, connection: null, session: null }
  const place = { clinic, log: end.log, seq: end.seq + 1, prevHash: end.hash, epoch: end.epoch }
  const stamp = { at: Math.max(at, end.at), author: by.person, relation: by.relation }
  return sealEntry({ ...place, ...stamp, ...nowhere }, act, {}, key)
}
