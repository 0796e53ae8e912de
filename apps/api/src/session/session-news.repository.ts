import type { CaseId } from '@accord/domain/ids'
import type { ToldSession } from '@accord/domain/session/session-news'
import { Injectable } from '@nestjs/common'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import type { SessionReader } from './session.repository.js'

const MS = (column: string) => `floor(extract(epoch FROM ${column}) * 1000)::float8`

/** Of the open cases in which somebody is a party, what moved since. */
const MOVED = `
SELECT o.session_id AS session, o.case_id AS "caseId", o.state, ${MS('o.scheduled_for')} AS "scheduledFor",
  (SELECT json_agg(json_build_object('state', s.state, 'by', s.person_id, 'at', ${MS('s.at')}) ORDER BY s.at)
    FROM session_step s WHERE s.session_id = o.session_id) AS steps,
  (SELECT coalesce(json_agg(a.person_id), '[]') FROM session_arrival a WHERE a.session_id = o.session_id) AS arrived
FROM session o
JOIN clinic_case c ON c.case_id = o.case_id AND c.closed_at IS NULL
JOIN case_party p ON p.case_id = o.case_id AND p.until IS NULL AND p.person_id = $1
WHERE EXISTS (SELECT 1 FROM session_step s WHERE s.session_id = o.session_id
  AND s.at > to_timestamp($2::float8 / 1000))`

/** What became of sessions lately, for whoever was away. (AT15) */
@Injectable()
export class SessionNewsRepository {
  constructor(private readonly transactions: ClinicTransactions) {}

  /** @param since in ms */
  async of(
    { clinic, person }: SessionReader,
    since: number,
  ): Promise<readonly (ToldSession & { readonly caseId: CaseId })[]> {
    return this.transactions.run(
      [clinic],
      (manager) => manager.query<(ToldSession & { caseId: CaseId })[]>(MOVED, [person, since]),
      [person],
    )
  }
}
