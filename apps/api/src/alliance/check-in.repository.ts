import type { ShownTo } from '@accord/domain/alliance/check-in'
import type { CaseId, LogId, PersonId, SessionId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { rowsOfIds, type RowsOfEach } from '../database/rows-of-each.js'
import type { SessionReader } from '../session/session.repository.js'

/** A check-in as PostgreSQL shows it to a reader. Times in ms. (CI3) */
export interface CheckInRow {
  readonly session: SessionId
  readonly client: PersonId
  readonly version: number
  readonly shownTo: ShownTo
  /** Null where its answers are not for this reader, or not yet. */
  readonly at: number | null
  /** Null for "not today" as well. */
  readonly content: Buffer | null
}

export interface NewCheckIn {
  readonly session: SessionId
  readonly caseId: CaseId
  readonly client: PersonId
  readonly version: number
  readonly at: number
  readonly shownTo: ShownTo
  readonly keyVersion: number
  readonly content: Buffer | null
}

type RowOfCase = CheckInRow & { readonly caseId: CaseId }

const OF_CASES = `
SELECT h.case_id AS "caseId", h.session_id AS session, h.person_id AS client, h.version, h.shown_to AS "shownTo",
  floor(extract(epoch FROM v.at) * 1000)::float8 AS at, v.content
FROM check_in h LEFT JOIN check_in_version v USING (session_id, person_id, version)
WHERE h.case_id = ANY ($1)`

const PLAN_OF_CASES = `
SELECT case_id AS "caseId", log_id AS plan FROM log WHERE case_id = ANY ($1) AND audience = 'plan'`

const BEGIN = `
INSERT INTO check_in (session_id, person_id, clinic_id, case_id, version, shown_to)
VALUES ($1, $2, $3, $4, 1, $5)`

const CORRECT = `
UPDATE check_in SET version = $3, shown_to = $4 WHERE session_id = $1 AND person_id = $2 AND version = $3 - 1
RETURNING version`

const APPEND = `
INSERT INTO check_in_version (session_id, person_id, version, clinic_id, at, shown_to, key_version, content)
VALUES ($1, $2, $3, $4, to_timestamp($5::float8 / 1000), $6, $7, $8)`

/** What clients answered after sessions, every version of it. Nothing here changes or removes an answer. (CI2) */
@Injectable()
export class CheckInRepository {
  private readonly ofEach: RowsOfEach<string, RowOfCase>
  private readonly plans: RowsOfEach<string, { readonly caseId: CaseId; readonly plan: LogId }>

  constructor(private readonly transactions: ClinicTransactions) {
    this.ofEach = rowsOfIds(transactions, OF_CASES, (row) => row.caseId)
    this.plans = rowsOfIds(transactions, PLAN_OF_CASES, (row) => row.caseId)
  }

  /** The latest version of each, as far as row-level security shows it to this reader. */
  async ofCase({ clinic, person }: SessionReader, caseId: CaseId): Promise<readonly CheckInRow[]> {
    return this.ofEach.of(caseId, { clinic, people: [person] })
  }

  /** False when another version came in between. */
  async append({ clinic, person }: SessionReader, one: NewCheckIn): Promise<boolean> {
    const { session, caseId, client, version, at, shownTo, keyVersion, content } = one
    return this.transactions.run(
      [clinic],
      async (manager) => {
        if (version === 1) await manager.query(BEGIN, [session, client, clinic, caseId, shownTo])
        else {
          const head = [session, client, version, shownTo]
          const [moved] = await manager.query<[unknown[], number]>(CORRECT, head)
          if (moved.length === 0) return false
        }
        const row = [session, client, version, clinic, at, shownTo, keyVersion, content]
        await manager.query(APPEND, row)
        return true
      },
      [person],
    )
  }

  /** The plan of a case, whose key encrypts these answers. */
  async planOf({ clinic }: SessionReader, caseId: CaseId): Promise<LogId | null> {
    const [row] = await this.plans.of(caseId, { clinic })
    return row?.plan ?? null
  }
}
