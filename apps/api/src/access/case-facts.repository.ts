import type { CaseFacts, Relation } from '@accord/domain/case/relation'
import type { Party } from '@accord/domain/case/party'
import type { CaseId, ClinicId, LogId, PersonId } from '@accord/domain/ids'
import type { PersonName } from '@accord/domain/sync/wire'
import { Injectable } from '@nestjs/common'
import { ClinicTransactions } from '../database/clinic-transactions.js'

interface CaseRow {
  readonly case_id: CaseId
  readonly closed_ms: number | null
  readonly parties: readonly Party[]
  readonly supervisors: readonly PersonId[]
}

interface NameRow {
  readonly person_id: PersonId
  readonly name: string
  readonly relation: Relation
}

const MS = (column: string) => `floor(extract(epoch FROM ${column}) * 1000)::float8`

const FACTS = `
SELECT c.case_id, ${MS('c.closed_at')} AS closed_ms,
  coalesce((SELECT json_agg(json_build_object('person', p.person_id, 'relation', p.relation,
      'since', ${MS('p.since')}, 'until', ${MS('p.until')}) ORDER BY p.since, p.person_id)
    FROM case_party p WHERE p.case_id = c.case_id), '[]') AS parties,
  coalesce((SELECT json_agg(s.person_id ORDER BY s.since)
    FROM case_supervisor s WHERE s.case_id = c.case_id AND s.until IS NULL), '[]') AS supervisors
FROM clinic_case c`

/** A relation that somebody had twice is named once, as it is now. */
const PEOPLE = `
SELECT DISTINCT ON (place, person_id) person_id, name, relation FROM (
  SELECT 1 AS place, p.person_id, n.name, p.relation, p.since
  FROM case_party p JOIN person n USING (person_id) WHERE p.case_id = $1
  UNION ALL
  SELECT 2, s.person_id, n.name, 'supervisor', s.since
  FROM case_supervisor s JOIN person n USING (person_id) WHERE s.case_id = $1
) everybody ORDER BY place, person_id, since DESC`

/** Who stands in which relation to a case. */
@Injectable()
export class CaseFactsRepository {
  constructor(private readonly transactions: ClinicTransactions) {}

  async ofCase(clinic: ClinicId, caseId: CaseId): Promise<CaseFacts | null> {
    return this.find(clinic, `${FACTS} WHERE c.clinic_id = $1 AND c.case_id = $2`, caseId)
  }

  async ofPlan(clinic: ClinicId, plan: LogId): Promise<CaseFacts | null> {
    const joined = `${FACTS} JOIN log l ON l.case_id = c.case_id AND l.audience = 'plan'`
    return this.find(clinic, `${joined} WHERE c.clinic_id = $1 AND l.log_id = $2`, plan)
  }

  /** Everybody named in a case, parties first, ended ones included. */
  async people(clinic: ClinicId, caseId: CaseId): Promise<readonly PersonName[]> {
    const rows = await this.transactions.run([clinic], (manager) =>
      manager.query<NameRow[]>(PEOPLE, [caseId]),
    )
    return rows.map(({ person_id, name, relation }) => ({ person: person_id, name, relation }))
  }

  private async find(clinic: ClinicId, sql: string, id: string): Promise<CaseFacts | null> {
    const rows = await this.transactions.run([clinic], (manager) =>
      manager.query<CaseRow[]>(sql, [clinic, id]),
    )
    const row = rows[0]
    if (!row) return null
    const { case_id: caseId, closed_ms: closedAt, parties, supervisors } = row
    return { clinic, caseId, parties, supervisors, closedAt }
  }
}
