import type { ClinicId, PersonId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { ClinicTransactions } from '../database/clinic-transactions.js'

/** Whose it is. */
export interface Owner {
  readonly clinic: ClinicId
  readonly person: PersonId
}

export interface CodeAppRow {
  readonly id: string
  readonly secret: Buffer
  readonly confirmed_at: Date | null
}

const LIVE = `SELECT code_app_id AS id, secret, confirmed_at FROM code_app
  WHERE clinic_id = $1 AND person_id = $2 AND removed_at IS NULL`

/** Secrets of code apps, and the recovery codes that stand in for a lost one. (ID27–ID29) */
@Injectable()
export class CodeAppRepository {
  constructor(private readonly transactions: ClinicTransactions) {}

  /** One that was begun and never confirmed gives way. */
  async begin({ clinic, person }: Owner, id: string, secret: Buffer, at: Date): Promise<void> {
    await this.transactions.run([clinic], async (manager) => {
      await manager.query(
        `UPDATE code_app SET removed_at = $3, secret = NULL
         WHERE clinic_id = $1 AND person_id = $2 AND confirmed_at IS NULL AND removed_at IS NULL`,
        [clinic, person, at],
      )
      await manager.query(
        'INSERT INTO code_app (code_app_id, clinic_id, person_id, secret, created_at) VALUES ($1, $2, $3, $4, $5)',
        [id, clinic, person, secret, at],
      )
    })
  }

  async begun({ clinic, person }: Owner): Promise<CodeAppRow | null> {
    const [row] = await this.transactions.run([clinic], (manager) =>
      manager.query<CodeAppRow[]>(`${LIVE} AND confirmed_at IS NULL`, [clinic, person]),
    )
    return row ?? null
  }

  async confirmed({ clinic, person }: Owner): Promise<CodeAppRow | null> {
    const [row] = await this.transactions.run([clinic], (manager) =>
      manager.query<CodeAppRow[]>(`${LIVE} AND confirmed_at IS NOT NULL`, [clinic, person]),
    )
    return row ?? null
  }

  /** From now on it is asked for; the app that was there before is not, nor are its recovery codes. */
  async confirm(owner: Owner, id: string, step: number, marks: readonly Buffer[], at: Date): Promise<void> {
    await this.transactions.run([owner.clinic], async (manager) => {
      await removeCodeApp(manager, owner, at)
      await manager.query('UPDATE code_app SET confirmed_at = $2, last_step = $3 WHERE code_app_id = $1', [
        id,
        at,
        step,
      ])
      for (const mark of marks) {
        await manager.query(
          'INSERT INTO recovery_code (clinic_id, person_id, mark, made_at) VALUES ($1, $2, $3, $4)',
          [owner.clinic, owner.person, mark, at],
        )
      }
    })
  }

  /** False when a code of this moment or a later one was used before: each is good once. (ID28) */
  async advance({ clinic }: Owner, id: string, step: number): Promise<boolean> {
    return this.changed(
      clinic,
      'UPDATE code_app SET last_step = $2 WHERE code_app_id = $1 AND last_step < $2 RETURNING 1',
      [id, step],
    )
  }

  async useRecoveryCode({ clinic, person }: Owner, mark: Buffer, at: Date): Promise<boolean> {
    return this.changed(
      clinic,
      `UPDATE recovery_code SET used_at = $4 WHERE clinic_id = $1 AND person_id = $2 AND mark = $3
       AND used_at IS NULL RETURNING 1`,
      [clinic, person, mark, at],
    )
  }

  async recoveryCodesLeft({ clinic, person }: Owner): Promise<number> {
    const [row] = await this.transactions.run([clinic], (manager) =>
      manager.query<{ count: number }[]>(
        'SELECT count(*)::int AS count FROM recovery_code WHERE clinic_id = $1 AND person_id = $2 AND used_at IS NULL',
        [clinic, person],
      ),
    )
    return row?.count ?? 0
  }

  async remove(owner: Owner, at: Date): Promise<void> {
    await this.transactions.run([owner.clinic], (manager) => removeCodeApp(manager, owner, at))
  }

  private async changed(clinic: ClinicId, update: string, parameters: unknown[]): Promise<boolean> {
    const rows = await this.transactions.run([clinic], (manager) =>
      manager.query<unknown[]>(`WITH changed AS (${update}) SELECT 1 FROM changed`, parameters),
    )
    return rows.length > 0
  }
}

export async function removeCodeApp(manager: EntityManager, owner: Owner, at: Date): Promise<void> {
  const { clinic, person } = owner
  await manager.query(
    `UPDATE code_app SET removed_at = $3, secret = NULL
     WHERE clinic_id = $1 AND person_id = $2 AND confirmed_at IS NOT NULL AND removed_at IS NULL`,
    [clinic, person, at],
  )
  await manager.query(
    'UPDATE recovery_code SET used_at = $3 WHERE clinic_id = $1 AND person_id = $2 AND used_at IS NULL',
    [clinic, person, at],
  )
}
