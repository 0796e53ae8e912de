import type { CasePhase } from '@accord/domain/case/phase'
import type { Discipline } from '@accord/domain/case/discipline'
import type { CaseId, ClinicId, LogId, PersonId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { ClinicTransactions } from '../database/clinic-transactions.js'

/** A phase as it is stored; its reason is encrypted with the key of the case's plan. */
export interface PhaseRow {
  readonly case_phase_id: string
  readonly phase: CasePhase
  readonly since_ms: number
  readonly set_by: PersonId
  readonly name: string
  readonly reason: Buffer | null
}

export interface NewPhase {
  readonly id: string
  readonly clinic: ClinicId
  readonly caseId: CaseId
  readonly phase: CasePhase
  readonly at: Date
  readonly by: PersonId
  readonly keyVersion: number
  readonly reason: Buffer | null
}

/** The phases of cases. Nothing here changes or removes one. (CL15) */
@Injectable()
export class CasePhaseRepository {
  constructor(private readonly transactions: ClinicTransactions) {}

  async of(clinic: ClinicId, caseId: CaseId): Promise<readonly PhaseRow[]> {
    return this.transactions.run([clinic], (manager) =>
      manager.query<PhaseRow[]>(
        `SELECT f.case_phase_id, f.phase, floor(extract(epoch FROM f.since) * 1000)::float8 AS since_ms,
           f.set_by, p.name, f.reason
         FROM case_phase f JOIN person p ON p.person_id = f.set_by
         WHERE f.case_id = $1 ORDER BY f.since, f.case_phase_id`,
        [caseId],
      ),
    )
  }

  async case(clinic: ClinicId, caseId: CaseId): Promise<{ discipline: Discipline; plan: LogId } | null> {
    const rows = await this.transactions.run([clinic], (manager) =>
      manager.query<{ discipline: Discipline; plan: LogId }[]>(
        `SELECT c.discipline, l.log_id AS plan FROM clinic_case c
         JOIN log l ON l.case_id = c.case_id AND l.audience = 'plan' WHERE c.case_id = $1`,
        [caseId],
      ),
    )
    return rows[0] ?? null
  }

  async add(manager: Pick<EntityManager, 'query'>, added: NewPhase): Promise<void> {
    const { id, clinic, caseId, phase, at, by, keyVersion, reason } = added
    await manager.query(
      `INSERT INTO case_phase (case_phase_id, clinic_id, case_id, phase, since, set_by, key_version, reason)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, clinic, caseId, phase, at, by, keyVersion, reason],
    )
  }

  async append(added: NewPhase): Promise<void> {
    await this.transactions.run([added.clinic], (manager) => this.add(manager, added))
  }
}
