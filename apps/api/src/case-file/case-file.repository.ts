import type { LivePart, Member, PartRelation } from '@accord/domain/case/part'
import type { CaseId, ClinicId, LogId, PersonId } from '@accord/domain/ids'
import type { Discipline } from '@accord/domain/case/discipline'
import type { CaseFile } from '@accord/domain/rest/case-file'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import type { LogPlace } from '../history/entry.repository.js'

/** A case whose outside is being changed; nobody else changes it meanwhile. */
export interface LockedCase {
  readonly caseId: CaseId
  readonly plan: LogId
  /** What is kept from guardians, and who is shown it; null where there is none. (CF4) */
  readonly confidential: LogPlace | null
  readonly closed: boolean
  /** Nobody of the practice works with it, nor opens it again. (DR30) */
  readonly restricted: boolean
  /** What its clients said no to. (CO6, CO7) */
  readonly withheld: { readonly work: boolean; readonly supervision: boolean }
  /** Those that last now. */
  readonly parts: readonly LivePart[]
}

interface LockedRow {
  readonly closed: boolean
  readonly restricted: boolean
  readonly work: boolean
  readonly supervision: boolean
}

export interface NewCase {
  readonly id: CaseId
  readonly discipline: Discipline
  readonly at: Date
}

const MS = (column: string) => `floor(extract(epoch FROM ${column}) * 1000)::float8`

const FILES = `
SELECT c.case_id AS "caseId", c.discipline, ${MS('c.opened_at')} AS "openedAt", ${MS('c.closed_at')} AS "closedAt",
  coalesce((SELECT json_agg(json_build_object('person', e.person_id, 'name', n.name, 'relation', e.relation,
      'since', ${MS('e.since')}, 'until', ${MS('e.until')}) ORDER BY e.place, e.since, n.name, e.person_id)
    FROM (
      SELECT 1 AS place, p.person_id, p.relation, p.since, p.until FROM case_party p WHERE p.case_id = c.case_id
      UNION ALL
      SELECT 2, s.person_id, 'supervisor', s.since, s.until FROM case_supervisor s WHERE s.case_id = c.case_id
    ) e JOIN person n USING (person_id)), '[]') AS people
FROM clinic_case c WHERE c.clinic_id = $1`

/** The outside of cases: relations and dates, nothing of what anybody wrote. (CL10) */
@Injectable()
export class CaseFileRepository {
  constructor(private readonly transactions: ClinicTransactions) {}

  async within<T>(clinic: ClinicId, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.transactions.run([clinic], work)
  }

  /** Open ones first, the latest first. */
  async all(clinic: ClinicId): Promise<readonly CaseFile[]> {
    return this.within(clinic, (manager) =>
      manager.query<CaseFile[]>(`${FILES} ORDER BY c.closed_at IS NOT NULL, c.opened_at DESC, c.case_id`, [
        clinic,
      ]),
    )
  }

  async one(clinic: ClinicId, caseId: CaseId): Promise<CaseFile | null> {
    const rows = await this.within(clinic, (manager) =>
      manager.query<CaseFile[]>(`${FILES} AND c.case_id = $2`, [clinic, caseId]),
    )
    return rows[0] ?? null
  }

  async lock(manager: EntityManager, clinic: ClinicId, caseId: CaseId): Promise<LockedCase | null> {
    const [row] = await manager.query<LockedRow[]>(
      `SELECT closed_at IS NOT NULL AS closed, restricted_at IS NOT NULL AS restricted, work_withheld AS work, supervision_withheld AS supervision
       FROM clinic_case WHERE clinic_id = $1 AND case_id = $2
       FOR NO KEY UPDATE`,
      [clinic, caseId],
    )
    if (!row) return null
    const [log] = await manager.query<{ plan: LogId }[]>(
      `SELECT log_id AS plan FROM log WHERE case_id = $1 AND audience = 'plan'`,
      [caseId],
    )
    if (!log) throw new Error(`case ${caseId} has no plan`)
    const parts = await manager.query<LivePart[]>(
      `SELECT person_id AS person, relation FROM case_party WHERE case_id = $1 AND until IS NULL
       UNION ALL SELECT person_id, 'supervisor' FROM case_supervisor WHERE case_id = $1 AND until IS NULL`,
      [caseId],
    )
    const confidential = await confidentialOf(manager, { clinic, caseId }, parts)
    const { closed, restricted, ...withheld } = row
    return { caseId, plan: log.plan, confidential, closed, restricted, withheld, parts }
  }

  /** Null for whoever is not of this clinic. */
  async member(manager: EntityManager, clinic: ClinicId, person: PersonId): Promise<Member | null> {
    const rows = await manager.query<Member[]>(
      `SELECT m.roles, p.disabled_at IS NOT NULL AS disabled FROM membership m JOIN person p USING (person_id)
       WHERE m.clinic_id = $1 AND m.person_id = $2`,
      [clinic, person],
    )
    return rows[0] ?? null
  }

  async add(manager: EntityManager, clinic: ClinicId, { id, discipline, at }: NewCase): Promise<void> {
    await manager.query(
      'INSERT INTO clinic_case (case_id, clinic_id, discipline, opened_at) VALUES ($1, $2, $3, $4)',
      [id, clinic, discipline, at],
    )
  }

  async begin(manager: EntityManager, place: PlaceOfPart, part: LivePart, at: Date): Promise<void> {
    const { clinic, caseId } = place
    if (part.relation === 'supervisor') {
      await manager.query(
        'INSERT INTO case_supervisor (clinic_id, case_id, person_id, since) VALUES ($1, $2, $3, $4)',
        [clinic, caseId, part.person, at],
      )
      return
    }
    await manager.query(
      'INSERT INTO case_party (clinic_id, case_id, person_id, relation, since) VALUES ($1, $2, $3, $4, $5)',
      [clinic, caseId, part.person, part.relation, at],
    )
  }

  async end(manager: EntityManager, place: PlaceOfPart, part: LivePart, at: Date): Promise<void> {
    const table = TABLES[part.relation]
    await manager.query(
      `UPDATE ${table} SET until = $3 WHERE case_id = $1 AND person_id = $2 AND until IS NULL`,
      [place.caseId, part.person, at],
    )
  }

  /** Null opens it again. */
  async close(manager: EntityManager, { caseId }: PlaceOfPart, at: Date | null): Promise<void> {
    await manager.query('UPDATE clinic_case SET closed_at = $2 WHERE case_id = $1', [caseId, at])
  }
}

export interface PlaceOfPart {
  readonly clinic: ClinicId
  readonly caseId: CaseId
}

async function confidentialOf(
  manager: EntityManager,
  { clinic, caseId }: PlaceOfPart,
  parts: readonly LivePart[],
): Promise<LogPlace | null> {
  const confidants = parts.filter(({ relation }) => relation !== 'guardian').map(({ person }) => person)
  await ClinicTransactions.showTo(manager, confidants)
  const [found] = await manager.query<{ log: LogId }[]>(
    `SELECT log_id AS log FROM log WHERE case_id = $1 AND audience = 'confidential'`,
    [caseId],
  )
  return found ? { clinic, log: found.log, confidants } : null
}

const TABLES: Readonly<Record<PartRelation, string>> = {
  client: 'case_party',
  guardian: 'case_party',
  practitioner: 'case_party',
  supervisor: 'case_supervisor',
}
