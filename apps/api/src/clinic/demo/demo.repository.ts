import type { CaseId, ClinicId, PersonId, SessionId } from '@accord/domain/ids'
import type { PartyRelation } from '@accord/domain/case/party'
import type { StaffRole } from '@accord/domain/access/subject'
import type { Discipline } from '@accord/domain/rest/case'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { ClinicTransactions } from '../../database/clinic-transactions.js'

export interface NewPerson {
  readonly id: PersonId
  readonly name: string
  readonly email: string
  readonly roles: readonly StaffRole[]
  readonly passwordHash: string
  readonly at: Date
}

export interface NewCase {
  readonly id: CaseId
  readonly discipline: Discipline
  readonly openedAt: Date
  readonly parties: readonly { readonly person: PersonId; readonly relation: PartyRelation }[]
  readonly supervisor: PersonId
}

/** Writes the demo clinic's people and cases, as the application's own role. */
@Injectable()
export class DemoRepository {
  constructor(private readonly transactions: ClinicTransactions) {}

  async within<T>(clinic: ClinicId, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.transactions.run([clinic], work)
  }

  /** A session that was held before its plan told of sessions: its steps at their times, and nothing in the plan. */
  async held(
    clinic: ClinicId,
    person: PersonId,
    session: SessionId,
    from: number,
    to: number,
  ): Promise<void> {
    const step = `INSERT INTO session_step (session_id, clinic_id, state, at, person_id) VALUES ($1, $2, $3, $4, $5)`
    await this.transactions.run(
      [clinic],
      async (manager) => {
        await manager.query(`UPDATE session SET state = 'ended' WHERE session_id = $1`, [session])
        await manager.query(step, [session, clinic, 'live', new Date(from), person])
        await manager.query(step, [session, clinic, 'ended', new Date(to), person])
      },
      [person],
    )
  }

  async addClinic(manager: EntityManager, clinic: ClinicId, name: string): Promise<void> {
    await manager.query('INSERT INTO clinic (clinic_id, name, demo) VALUES ($1, $2, true)', [clinic, name])
  }

  async addPerson(manager: EntityManager, clinic: ClinicId, person: NewPerson): Promise<void> {
    const { id, email, name, passwordHash, at, roles } = person
    await manager.query(
      'INSERT INTO person (person_id, email, name, password_hash, created_at) VALUES ($1, $2, $3, $4, $5)',
      [id, email, name, passwordHash, at],
    )
    await manager.query('INSERT INTO membership (clinic_id, person_id, roles) VALUES ($1, $2, $3)', [
      clinic,
      id,
      roles,
    ])
  }

  async addCase(manager: EntityManager, clinic: ClinicId, added: NewCase): Promise<void> {
    const { id, discipline, openedAt, parties, supervisor } = added
    await manager.query(
      'INSERT INTO clinic_case (case_id, clinic_id, discipline, opened_at) VALUES ($1, $2, $3, $4)',
      [id, clinic, discipline, openedAt],
    )
    for (const { person, relation } of parties) {
      await manager.query(
        'INSERT INTO case_party (clinic_id, case_id, person_id, relation, since) VALUES ($1, $2, $3, $4, $5)',
        [clinic, id, person, relation, openedAt],
      )
    }
    await manager.query(
      'INSERT INTO case_supervisor (clinic_id, case_id, person_id, since) VALUES ($1, $2, $3, $4)',
      [clinic, id, supervisor, openedAt],
    )
  }
}
