import type { EmergencyPart, ReviewOutcome } from '@accord/domain/emergency/opening'
import type { CaseId, ClinicId, PersonId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import { ClinicTransactions } from '../database/clinic-transactions.js'

/** An opening as row-level security shows it to a reader: administrators see no reason. Times in ms. (EM9) */
export interface OpeningRow {
  readonly access: string
  readonly caseId: CaseId
  readonly client: string
  readonly openedBy: PersonId
  readonly by: string
  readonly at: number
  readonly until: number
  readonly isStanding: boolean
  readonly parts: readonly EmergencyPart[]
  readonly content: Buffer | null
  readonly reviewDueAt: number
  readonly reviewedBy: string | null
  readonly reviewedAt: number | null
  readonly outcome: ReviewOutcome | null
  readonly words: Buffer | null
}

interface Reader {
  readonly clinic: ClinicId
  readonly person: PersonId
}

const MS = (column: string) => `floor(extract(epoch FROM ${column}) * 1000)::float8`

const ROWS = `
SELECT a.access_id AS access, a.case_id AS "caseId", c.name AS client, a.opened_by AS "openedBy", o.name AS by,
  ${MS('a.opened_at')} AS at, ${MS('coalesce(e.at, a.until)')} AS until,
  (e.at IS NULL AND a.until > now()) AS "isStanding", a.parts, r.content, ${MS('a.review_due_at')} AS "reviewDueAt",
  n.name AS "reviewedBy", ${MS('v.at')} AS "reviewedAt", v.outcome, v.words
FROM emergency_access a JOIN person c ON c.person_id = a.client_id JOIN person o ON o.person_id = a.opened_by
LEFT JOIN emergency_end e ON e.access_id = a.access_id
LEFT JOIN emergency_reason r ON r.access_id = a.access_id
LEFT JOIN emergency_review v ON v.access_id = a.access_id LEFT JOIN person n ON n.person_id = v.reviewed_by`

const NEWS = `${ROWS} WHERE a.opened_at > now() - interval '30 days' OR v.access_id IS NULL
ORDER BY a.opened_at DESC LIMIT 200`

/** What was opened, as far as somebody is shown it. */
@Injectable()
export class EmergencyLines {
  constructor(private readonly transactions: ClinicTransactions) {}

  async news({ clinic, person }: Reader): Promise<readonly OpeningRow[]> {
    return this.transactions.ask<OpeningRow[]>([clinic], NEWS, [], [person])
  }

  async one({ clinic, person }: Reader, access: string): Promise<OpeningRow | null> {
    const sql = `${ROWS} WHERE a.access_id = $1`
    return (await this.transactions.ask<OpeningRow[]>([clinic], sql, [access], [person]))[0] ?? null
  }

  /** By PostgreSQL's clock, in ms. */
  async now(clinic: ClinicId): Promise<number> {
    const [row] = await this.transactions.ask<{ at: number }[]>([clinic], `SELECT ${MS('now()')} AS at`, [])
    return row?.at ?? 0
  }
}
