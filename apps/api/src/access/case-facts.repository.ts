import { withoutGuardians } from '@accord/domain/case/confidence'
import type { LogSubject } from '@accord/domain/access/log-subject'
import type { CaseFacts, Relation } from '@accord/domain/case/relation'
import type { Party } from '@accord/domain/case/party'
import type { CaseId, ClinicId, LogId, PersonId } from '@accord/domain/ids'
import type { PersonName } from '@accord/domain/sync/wire'
import { Injectable } from '@nestjs/common'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { rowsOfIds, type RowsOfEach } from '../database/rows-of-each.js'

interface CaseRow {
  readonly case_id: CaseId
  readonly clinic_id: ClinicId
  readonly closed_ms: number | null
  readonly is_over: boolean
  readonly restricted_ms: number | null
  readonly erased_ms: number | null
  readonly erased_rule: string | null
  readonly parties: readonly Party[]
  readonly supervisors: readonly PersonId[]
}

interface LogRow {
  readonly audience: 'plan' | 'draft' | 'private' | 'review' | 'confidential'
  readonly writer_id: PersonId | null
}

type FactsRow = CaseRow & LogRow & { readonly log_id: LogId }

/** A log that somebody asks about, and for whom. */
export interface AskedLog {
  readonly clinic: ClinicId
  readonly log: LogId
  readonly readers: readonly PersonId[]
}

interface NameRow {
  readonly case_id: CaseId
  readonly person_id: PersonId
  readonly name: string
  readonly relation: Relation
}

const MS = (column: string) => `floor(extract(epoch FROM ${column}) * 1000)::float8`

/** A guardian's part is over from the moment that the rule names, whether it was ended yet or not. (GU4) */
const UNTIL = `coalesce(p.until, CASE WHEN p.relation = 'guardian' THEN (SELECT e.ends_at FROM guardians_end_at(p.case_id) AS e (ends_at)
  WHERE e.ends_at > p.since AND e.ends_at <= now()) END)`

const FACTS = `c.case_id, c.clinic_id, ${MS('c.closed_at')} AS closed_ms,
  ${MS('c.restricted_at')} AS restricted_ms, ${MS('c.erased_at')} AS erased_ms,
  CASE WHEN c.erased_at IS NOT NULL THEN (SELECT e.rule FROM erasure e
    WHERE e.clinic_id = c.clinic_id AND e.subject_id = c.case_id) END AS erased_rule,
  CASE WHEN c.closed_at IS NULL OR c.restricted_at IS NOT NULL THEN false
    ELSE clients_read_until(c.clinic_id, c.closed_at) <= now() END AS is_over,
  coalesce((SELECT json_agg(json_build_object('person', p.person_id, 'relation', p.relation,
      'since', ${MS('p.since')}, 'until', ${MS(UNTIL)}) ORDER BY p.since, p.person_id)
    FROM case_party p WHERE p.case_id = c.case_id), '[]') AS parties,
  coalesce((SELECT json_agg(s.person_id ORDER BY s.since)
    FROM case_supervisor s WHERE s.case_id = c.case_id AND (s.until IS NULL OR s.until = c.erased_at)), '[]') AS supervisors`

const FACTS_OF_CASES = `SELECT ${FACTS} FROM clinic_case c WHERE c.case_id = ANY ($1)`

const FACTS_OF_LOGS = `SELECT l.log_id, l.audience, l.writer_id, ${FACTS}
FROM clinic_case c JOIN log l ON l.case_id = c.case_id WHERE l.log_id = ANY ($1)`

/** A relation that somebody had twice is named once, as it is now. */
const PEOPLE = `
SELECT DISTINCT ON (case_id, place, person_id) case_id, person_id, name, relation FROM (
  SELECT p.case_id, 1 AS place, p.person_id, n.name, p.relation, p.since
  FROM case_party p JOIN person n USING (person_id) WHERE p.case_id = ANY ($1)
  UNION ALL
  SELECT s.case_id, 2, s.person_id, n.name, 'supervisor', s.since
  FROM case_supervisor s JOIN person n USING (person_id) WHERE s.case_id = ANY ($1)
) everybody ORDER BY case_id, place, person_id, since DESC`

/** Who stands in which relation to a case. */
@Injectable()
export class CaseFactsRepository {
  private readonly facts: RowsOfEach<string, CaseRow>
  private readonly logs: RowsOfEach<string, FactsRow>
  private readonly names: RowsOfEach<string, NameRow>

  constructor(private readonly transactions: ClinicTransactions) {
    this.facts = rowsOfIds(transactions, FACTS_OF_CASES, (row) => row.case_id)
    this.logs = rowsOfIds(transactions, FACTS_OF_LOGS, (row) => row.log_id)
    this.names = rowsOfIds(transactions, PEOPLE, (row) => row.case_id)
  }

  async ofCase(clinic: ClinicId, caseId: CaseId): Promise<CaseFacts | null> {
    const [row] = await this.facts.of(caseId, { clinic })
    return row?.clinic_id === clinic ? factsOf(clinic, row) : null
  }

  /** A log and its case. Row-level security shows a log of somebody's own to its writer alone, a confidential one to confidants. (DR1, CF3) */
  async ofLog(clinic: ClinicId, log: LogId, readers: readonly PersonId[]): Promise<LogSubject | null> {
    const [row] = await this.logs.of(log, { clinic, people: readers })
    return row?.clinic_id === clinic ? subjectOf(row, factsOf(clinic, row)) : null
  }

  /** What many logs are, in their order. All who ask are named in one transaction: the facts say who is who. (CF3) */
  async ofLogs(asked: readonly AskedLog[]): Promise<readonly (LogSubject | null)[]> {
    const rows = await this.transactions.ask<FactsRow[]>(
      [...new Set(asked.map(({ clinic }) => clinic))],
      FACTS_OF_LOGS,
      [asked.map(({ log }) => log)],
      [...new Set(asked.flatMap(({ readers }) => readers))],
    )
    const byLog = new Map(rows.map((row) => [row.log_id, row]))
    return asked.map(({ clinic, log }) => {
      const row = byLog.get(log)
      return row?.clinic_id === clinic ? subjectOf(row, factsOf(clinic, row)) : null
    })
  }

  /** Everybody named in a case, parties first, ended ones included. */
  async people(clinic: ClinicId, caseId: CaseId): Promise<readonly PersonName[]> {
    const rows = await this.names.of(caseId, { clinic })
    return rows.map(({ person_id, name, relation }) => ({ person: person_id, name, relation }))
  }
}

function factsOf(clinic: ClinicId, row: CaseRow): CaseFacts {
  const { case_id: caseId, closed_ms: closedAt, parties, supervisors } = row
  const {
    erased_ms: erasedAt,
    erased_rule: erasedBy,
    restricted_ms: restrictedAt,
    is_over: isReadingOver,
  } = row
  return { clinic, caseId, parties, supervisors, closedAt, erasedAt, erasedBy, isReadingOver, restrictedAt }
}

function subjectOf({ audience, writer_id: writer }: LogRow, facts: CaseFacts): LogSubject | null {
  switch (audience) {
    case 'plan':
      return { kind: 'case', audience, facts }
    case 'confidential':
      return { kind: 'case', audience, facts: withoutGuardians(facts) }
    case 'draft':
    case 'private':
      return writer && { kind: 'own-log', log: audience, writer, facts }
    case 'review':
      return null
  }
}
