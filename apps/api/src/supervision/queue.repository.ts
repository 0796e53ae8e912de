import type { CasePhase } from '@accord/domain/case/phase'
import type { CaseId, ClinicId, LogId, PersonId } from '@accord/domain/ids'
import type { Discipline } from '@accord/domain/rest/case'
import type { QueueSettings } from '@accord/domain/rest/supervision'
import type { QueueAlert } from '@accord/domain/supervision/queue-facts'
import { Injectable } from '@nestjs/common'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { LOOKED, MS } from './queue-sql.js'

/** An open case of a supervisor, and what was seen and raised of it. Times in ms. */
export interface SupervisedRow {
  readonly case_id: CaseId
  readonly plan: LogId
  readonly discipline: Discipline
  readonly phase: CasePhase | null
  readonly since_ms: number
  readonly read_ms: number | null
  readonly read_up_to: number
  readonly head_seq: number
  readonly head_hash: string
  readonly alerts: readonly QueueAlert[]
}

/** Reading is what the access events say; what was there when somebody left, they have seen. (SQ2) */
const SUPERVISED = `
SELECT c.case_id, l.log_id AS plan, c.discipline, ${MS('s.since')} AS since_ms, read.at_ms AS read_ms,
  coalesce(seen.seq, 0)::float8 AS read_up_to, h.seq::float8 AS head_seq, encode(h.hash, 'hex') AS head_hash,
  (SELECT f.phase FROM case_phase f WHERE f.case_id = c.case_id ORDER BY f.since DESC, f.case_phase_id DESC LIMIT 1)
    AS phase,
  coalesce((SELECT json_agg(json_build_object('kind', a.kind, 'at', ${MS('a.at')}, 'by', e.author_id))
    FROM alert a LEFT JOIN entry e ON e.log_id = a.log_id AND e.seq = a.seq
    WHERE a.log_id = l.log_id), '[]') AS alerts
FROM case_supervisor s
JOIN clinic_case c ON c.case_id = s.case_id AND c.closed_at IS NULL
JOIN log l ON l.case_id = c.case_id AND l.audience = 'plan'
JOIN log_head h ON h.log_id = l.log_id
LEFT JOIN LATERAL (SELECT ${MS('max(v.at)')} AS at_ms FROM access_event v
  WHERE v.case_id = c.case_id AND (v.log_id IS NULL OR v.log_id = l.log_id)
    AND v.person_id = $1 AND ${LOOKED}) read ON true
LEFT JOIN LATERAL (SELECT e.seq FROM entry e WHERE e.log_id = l.log_id AND e.at_ms <= read.at_ms
  ORDER BY e.seq DESC LIMIT 1) seen ON true
WHERE s.person_id = $1 AND s.until IS NULL
ORDER BY c.opened_at, c.case_id`

const SETTINGS =
  'SELECT ordered_by AS "order", practitioner_id AS practitioner FROM queue_settings WHERE person_id = $1'

@Injectable()
export class QueueRepository {
  constructor(private readonly transactions: ClinicTransactions) {}

  /** The open cases that somebody supervises now. */
  async supervised(clinic: ClinicId, supervisor: PersonId): Promise<readonly SupervisedRow[]> {
    return this.transactions.ask([clinic], SUPERVISED, [supervisor])
  }

  async settings(clinic: ClinicId, person: PersonId): Promise<QueueSettings> {
    const [row] = await this.transactions.ask<QueueSettings[]>([clinic], SETTINGS, [person], [person])
    return row ?? { order: 'need', practitioner: null }
  }

  async keepSettings(clinic: ClinicId, person: PersonId, settings: QueueSettings): Promise<void> {
    const { order, practitioner } = settings
    await this.transactions.run(
      [clinic],
      (manager) =>
        manager.query(
          `INSERT INTO queue_settings (clinic_id, person_id, ordered_by, practitioner_id) VALUES ($1, $2, $3, $4)
           ON CONFLICT (clinic_id, person_id) DO UPDATE
           SET ordered_by = excluded.ordered_by, practitioner_id = excluded.practitioner_id`,
          [clinic, person, order, practitioner],
        ),
      [person],
    )
  }
}
