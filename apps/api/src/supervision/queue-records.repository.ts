import type { CaseId, ClinicId, LogId, PersonId } from '@accord/domain/ids'
import type { QueueAlert } from '@accord/domain/supervision/queue-facts'
import { Injectable } from '@nestjs/common'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { RowsOfEach } from '../database/rows-of-each.js'
import { LOOKED, MS } from './queue-sql.js'

/** What client and practitioner keep from a guardian in a case that somebody supervises. Times in ms. */
export interface ConfidentialRow {
  readonly case_id: CaseId
  readonly log: LogId
  readonly read_ms: number | null
  readonly alerts: readonly QueueAlert[]
}

/** An entry of a case's plan, and whose looks are asked about. */
interface LookedAt {
  readonly clinic: ClinicId
  readonly supervisor: PersonId
  readonly caseId: CaseId
  readonly plan: LogId
  readonly seq: number
}

const CONFIDENTIAL = `
SELECT l.case_id, l.log_id AS log,
  (SELECT ${MS('max(v.at)')} FROM access_event v WHERE v.case_id = l.case_id AND v.log_id = l.log_id
    AND v.person_id = $1 AND ${LOOKED}) AS read_ms,
  coalesce((SELECT json_agg(json_build_object('kind', a.kind, 'at', ${MS('a.at')}, 'by', e.author_id))
    FROM alert a LEFT JOIN entry e ON e.log_id = a.log_id AND e.seq = a.seq WHERE a.log_id = l.log_id), '[]') AS alerts
FROM case_supervisor s
JOIN clinic_case c ON c.case_id = s.case_id AND c.closed_at IS NULL
JOIN log l ON l.case_id = c.case_id AND l.audience = 'confidential'
WHERE s.person_id = $1 AND s.until IS NULL`

/** Times of entries are whole ms, so that a look in that ms or later is one at or after it. */
const FIRST_LOOKS = `
SELECT w.case_id, ${MS('first.at')} AS at_ms
FROM unnest($2::uuid[], $3::uuid[], $4::bigint[]) AS w (case_id, log_id, seq)
JOIN entry e ON e.log_id = w.log_id AND e.seq = w.seq
CROSS JOIN LATERAL (SELECT v.at FROM access_event v
  WHERE v.case_id = w.case_id AND coalesce(v.log_id, w.log_id) = w.log_id AND v.person_id = $1 AND ${LOOKED}
    AND v.at >= timestamptz 'epoch' + e.at_ms * interval '1 millisecond' ORDER BY v.at LIMIT 1) first`

interface FirstLook {
  readonly case_id: CaseId
  readonly at_ms: number
}

/** What a queue asks of the records of its cases beside what it lists. */
@Injectable()
export class QueueRecordsRepository {
  private readonly firstLooks: RowsOfEach<LookedAt, FirstLook>

  constructor(private readonly transactions: ClinicTransactions) {
    this.firstLooks = new RowsOfEach(transactions, {
      sql: FIRST_LOOKS,
      parameters: (looks) => [
        looks[0]?.supervisor,
        looks.map(({ caseId }) => caseId),
        looks.map(({ plan }) => plan),
        looks.map(({ seq }) => seq),
      ],
      keyOf: ({ caseId }) => caseId,
      keyOfRow: (row) => row.case_id,
    })
  }

  /** Named to row-level security, the supervisor is shown what they read there, and nobody else would be. (SQ19, CF3) */
  async confidential(clinic: ClinicId, supervisor: PersonId): Promise<ReadonlyMap<CaseId, ConfidentialRow>> {
    const names = [supervisor]
    const rows = await this.transactions.ask<ConfidentialRow[]>([clinic], CONFIDENTIAL, [supervisor], names)
    return new Map(rows.map((row) => [row.case_id, row]))
  }

  /** When somebody first had an entry before them, in ms; null when never. (SQ17) */
  async firstLook(look: LookedAt): Promise<number | null> {
    const [row] = await this.firstLooks.of(look, { clinic: look.clinic })
    return row?.at_ms ?? null
  }
}
