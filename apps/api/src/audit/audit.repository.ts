import type { AuditAct, AuditEvent } from '@accord/domain/audit/event'
import { actionsOfKind } from '@accord/domain/audit/kind'
import type { Relation } from '@accord/domain/case/relation'
import type { CaseId, ClinicId, PersonId } from '@accord/domain/ids'
import type { AuditSearch } from '@accord/domain/rest/audit'
import type { PersonName } from '@accord/domain/sync/wire'
import { Injectable } from '@nestjs/common'
import { ClinicTransactions } from '../database/clinic-transactions.js'

/** An act on its way into the chain of a clinic. */
export interface NewAct extends AuditAct {
  readonly clinic: ClinicId
}

/** An event with what its person was to its case at that moment. */
export interface FoundEvent extends AuditEvent {
  readonly relation: Relation | null
}

/** An administrator who reads. */
export interface AuditReader {
  readonly clinic: ClinicId
  readonly person: PersonId
}

/** Every column of an event `e`, as the domain names them. */
export const AUDIT_COLUMNS = `e.clinic_id AS clinic, e.seq::float8 AS seq, e.prev_hash AS "prevHash", e.hash,
  e.at_ms::float8 AS at, e.person_id AS person, e.audience, e.roles, e.action, e.outcome, e.code, e.case_id AS "case",
  e.about_id AS about, e.address, e.request_id AS request`

const MATCHES = `e.clinic_id = $1 AND ($2::uuid IS NULL OR e.person_id = $2) AND ($3::uuid IS NULL OR e.case_id = $3
    OR EXISTS (SELECT 1 FROM log l WHERE l.log_id = e.about_id AND l.case_id = $3))
  AND ($4::text[] IS NULL OR e.action = ANY ($4)) AND ($5::text IS NULL OR e.outcome = $5)
  AND e.at_ms >= $6 AND e.at_ms < $7`

const FIND = `
SELECT found.*, coalesce(
  (SELECT p.relation FROM case_party p WHERE p.case_id = found."case" AND p.person_id = found.person
    AND p.since <= to_timestamp(found.at / 1000) AND (p.until IS NULL OR p.until > to_timestamp(found.at / 1000))
    LIMIT 1),
  (SELECT 'supervisor' FROM case_supervisor s WHERE s.case_id = found."case" AND s.person_id = found.person
    AND s.since <= to_timestamp(found.at / 1000) AND (s.until IS NULL OR s.until > to_timestamp(found.at / 1000))
    LIMIT 1)) AS relation
FROM (SELECT e.clinic_id AS clinic, e.seq::float8 AS seq, e.prev_hash AS "prevHash", e.hash, e.at_ms::float8 AS at,
    e.person_id AS person, e.audience, e.roles, e.action, e.outcome, e.code,
    coalesce(e.case_id, (SELECT l.case_id FROM log l WHERE l.log_id = e.about_id)) AS "case",
    e.about_id AS about, e.address, e.request_id AS request
  FROM audit_event e WHERE ${MATCHES} AND ($8::bigint IS NULL OR e.seq < $8)
  ORDER BY e.seq DESC LIMIT $9) found ORDER BY found.seq DESC`

/** The later end of time, in ms. */
const NEVER = 8_640_000_000_000_000

/** The audit of clinics: added to by everybody, read by administrators. (AU4, AU5) */
@Injectable()
export class AuditRepository {
  constructor(private readonly transactions: ClinicTransactions) {}

  /** All of them or none; PostgreSQL gives each its place in its clinic's chain. */
  async append(acts: readonly NewAct[]): Promise<void> {
    const clinics = [...new Set(acts.map(({ clinic }) => clinic))]
    await this.transactions.run(clinics, (manager) =>
      manager.query('SELECT append_audit($1::jsonb)', [JSON.stringify(acts)]),
    )
  }

  /** The latest that fit, before a number if one is given. */
  async find(reader: AuditReader, search: AuditSearch, limit: number): Promise<readonly FoundEvent[]> {
    return this.read<FoundEvent>(reader, FIND, [...matching(reader, search), search.before ?? null, limit])
  }

  async count(reader: AuditReader, search: AuditSearch): Promise<number> {
    const [row] = await this.read<{ total: number }>(
      reader,
      `SELECT count(*)::float8 AS total FROM audit_event e WHERE ${MATCHES}`,
      matching(reader, search),
    )
    return row?.total ?? 0
  }

  /** In the order of the chain, from after a number on. */
  async after(reader: AuditReader, seq: number, limit: number): Promise<readonly AuditEvent[]> {
    const sql = `SELECT ${AUDIT_COLUMNS} FROM audit_event e WHERE e.clinic_id = $1 AND e.seq > $2 ORDER BY e.seq LIMIT $3`
    return this.read<AuditEvent>(reader, sql, [reader.clinic, seq, limit])
  }

  /** In the order of the chain, from a time on. */
  async since(reader: AuditReader, at: number, limit: number): Promise<readonly AuditEvent[]> {
    const sql = `SELECT ${AUDIT_COLUMNS} FROM audit_event e WHERE e.clinic_id = $1 AND e.at_ms >= $2 ORDER BY e.seq LIMIT $3`
    return this.read<AuditEvent>(reader, sql, [reader.clinic, at, limit])
  }

  async people(reader: AuditReader, people: readonly PersonId[]): Promise<readonly PersonName[]> {
    const sql = `SELECT p.person_id AS person, p.name FROM membership m JOIN person p USING (person_id)
      WHERE m.clinic_id = $1 AND p.person_id = ANY ($2::uuid[])`
    return this.read<PersonName>(reader, sql, [reader.clinic, people])
  }

  /** The clients of cases, whoever of them was one at any time. */
  async clients(
    reader: AuditReader,
    cases: readonly CaseId[],
  ): Promise<readonly { readonly caseId: CaseId; readonly clients: readonly PersonId[] }[]> {
    const sql = `SELECT case_id AS "caseId", array_agg(DISTINCT person_id) AS clients FROM case_party
      WHERE clinic_id = $1 AND relation = 'client' AND case_id = ANY ($2::uuid[]) GROUP BY case_id`
    return this.read(reader, sql, [reader.clinic, cases])
  }

  private read<Row>(
    { clinic, person }: AuditReader,
    sql: string,
    values: unknown[],
  ): Promise<readonly Row[]> {
    return this.transactions.run([clinic], (manager) => manager.query<Row[]>(sql, values), [person])
  }
}

function matching({ clinic }: AuditReader, search: AuditSearch): unknown[] {
  const { person, case: caseId, kind, outcome, since, until } = search
  const actions = kind === undefined ? null : actionsOfKind(kind)
  return [clinic, person ?? null, caseId ?? null, actions, outcome ?? null, since ?? 0, until ?? NEVER]
}
