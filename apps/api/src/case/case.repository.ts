import type { CaseId, ClinicId, LogId, PersonId } from '@accord/domain/ids'
import type { Discipline, RestrictedCaseLine } from '@accord/domain/rest/case'
import { Injectable } from '@nestjs/common'
import { ClinicTransactions } from '../database/clinic-transactions.js'

/** A case and the log of its plan. Times in ms. */
export interface CaseRow {
  readonly case_id: CaseId
  readonly plan: LogId
  /** What is kept from guardians, to whom it is shown; null where there is none. (CF2) */
  readonly confidential: LogId | null
  readonly discipline: Discipline
  readonly opened_ms: number
  readonly closed_ms: number | null
}

const CASES = `
SELECT c.case_id, l.log_id AS plan, k.log_id AS confidential, c.discipline,
  floor(extract(epoch FROM c.opened_at) * 1000)::float8 AS opened_ms,
  floor(extract(epoch FROM c.closed_at) * 1000)::float8 AS closed_ms
FROM clinic_case c JOIN log l ON l.case_id = c.case_id AND l.audience = 'plan'
LEFT JOIN log k ON k.case_id = c.case_id AND k.audience = 'confidential'
WHERE c.clinic_id = $1`

const OF_PERSON = `
AND (EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = c.case_id AND p.person_id = $2 AND p.until IS NULL)
  OR EXISTS (SELECT 1 FROM case_supervisor s WHERE s.case_id = c.case_id AND s.person_id = $2 AND s.until IS NULL))
ORDER BY c.opened_at, c.case_id`

/** Asked in nobody's name: PostgreSQL shows the practice's people nothing of them. (DR31) */
const RESTRICTED = `
SELECT c.case_id AS "caseId", floor(extract(epoch FROM c.restricted_at) * 1000)::float8 AS since,
  (SELECT json_agg(n.name ORDER BY p.since, n.name) FROM case_party p JOIN person n USING (person_id)
    WHERE p.case_id = c.case_id AND p.relation = 'client' AND p.until IS NULL) AS clients
FROM clinic_case c WHERE c.clinic_id = $1 AND c.restricted_at IS NOT NULL
AND (EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = c.case_id AND p.person_id = $2 AND p.until IS NULL
    AND p.relation = 'practitioner')
  OR EXISTS (SELECT 1 FROM case_supervisor s WHERE s.case_id = c.case_id AND s.person_id = $2 AND s.until IS NULL))
ORDER BY c.restricted_at, c.case_id`

@Injectable()
export class CaseRepository {
  constructor(private readonly transactions: ClinicTransactions) {}

  /** The cases in which somebody is a live party or a supervisor. */
  async ofPerson(clinic: ClinicId, person: PersonId): Promise<readonly CaseRow[]> {
    return this.transactions.ask([clinic], CASES + OF_PERSON, [clinic, person], [person])
  }

  /** Those that somebody of the practice would work with, if they were not restricted. (DR30) */
  async restrictedFor(clinic: ClinicId, person: PersonId): Promise<readonly RestrictedCaseLine[]> {
    return this.transactions.ask([clinic], RESTRICTED, [clinic, person])
  }

  /** @param reader who is shown the logs that they may read */
  async one(clinic: ClinicId, caseId: CaseId, reader: PersonId): Promise<CaseRow | null> {
    const rows = await this.transactions.run(
      [clinic],
      (manager) => manager.query<CaseRow[]>(`${CASES} AND c.case_id = $2`, [clinic, caseId]),
      [reader],
    )
    return rows[0] ?? null
  }
}
