import type { Audience, StaffRole } from '@accord/domain/access/subject'
import type { ClinicId, PersonId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { ClinicTransactions } from '../database/clinic-transactions.js'

/** A passkey as the door finds it. */
export interface PasskeyRow {
  readonly passkey_id: string
  readonly person_id: PersonId
  readonly clinic_id: ClinicId
  readonly roles: readonly StaffRole[]
  readonly is_client: boolean
  readonly audience: Audience
  readonly public_key: Buffer
  readonly counter: string
  readonly transports: readonly string[]
}

/** One that a device has just made. */
export interface NewPasskey {
  readonly id: string
  readonly clinic: ClinicId
  readonly person: PersonId
  readonly audience: Audience
  readonly credentialId: Buffer
  readonly publicKey: Buffer
  readonly counter: number
  readonly transports: readonly string[]
  readonly device: string
  readonly at: Date
  /** Of the question that was answered. */
  readonly mark: Buffer
}

export interface OwnPasskeyRow {
  readonly id: string
  readonly credential_id: Buffer
  readonly audience: Audience
  readonly device: string
  readonly created_at: Date
  readonly used_at: Date | null
}

@Injectable()
export class PasskeyRepository {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: ClinicTransactions,
  ) {}

  /** Nobody needs to be signed in. */
  async find(credentialId: Buffer): Promise<PasskeyRow | null> {
    const [row] = await this.database.query<PasskeyRow[]>('SELECT * FROM find_passkey($1)', [credentialId])
    return row ?? null
  }

  /** False when its question was answered before. */
  async add(manager: EntityManager, passkey: NewPasskey): Promise<boolean> {
    const { id, clinic, person, audience, credentialId, publicKey, counter, transports, device, at } = passkey
    if (!(await useChallenge(manager, clinic, passkey.mark, at))) return false
    await manager.query(
      `INSERT INTO passkey (passkey_id, clinic_id, person_id, audience, credential_id, public_key, counter,
         transports, device, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [id, clinic, person, audience, credentialId, publicKey, counter, transports, device, at],
    )
    return true
  }

  /** By itself. */
  async addAlone(passkey: NewPasskey): Promise<boolean> {
    return this.transactions.run([passkey.clinic], (manager) => this.add(manager, passkey))
  }

  /** Notes that one was used; false when its question was answered before. */
  async used(row: PasskeyRow, counter: number, mark: Buffer, at: Date): Promise<boolean> {
    return this.transactions.run([row.clinic_id], async (manager) => {
      if (!(await useChallenge(manager, row.clinic_id, mark, at))) return false
      await manager.query('UPDATE passkey SET counter = $2, used_at = $3 WHERE passkey_id = $1', [
        row.passkey_id,
        counter,
        at,
      ])
      return true
    })
  }

  async ofPerson(clinic: ClinicId, person: PersonId): Promise<readonly OwnPasskeyRow[]> {
    return this.transactions.run([clinic], (manager) =>
      manager.query<OwnPasskeyRow[]>(
        `SELECT passkey_id AS id, credential_id, audience, device, created_at, used_at FROM passkey
         WHERE clinic_id = $1 AND person_id = $2 AND removed_at IS NULL ORDER BY created_at`,
        [clinic, person],
      ),
    )
  }

  /** False when it is not theirs, or was removed before. */
  async remove(clinic: ClinicId, person: PersonId, id: string, at: Date): Promise<boolean> {
    const rows = await this.transactions.run([clinic], (manager) =>
      manager.query<unknown[]>(
        `WITH gone AS (UPDATE passkey SET removed_at = $4 WHERE clinic_id = $1 AND person_id = $2
           AND passkey_id = $3 AND removed_at IS NULL RETURNING 1) SELECT 1 FROM gone`,
        [clinic, person, id, at],
      ),
    )
    return rows.length > 0
  }
}

async function useChallenge(
  manager: EntityManager,
  clinic: ClinicId,
  mark: Buffer,
  at: Date,
): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    'INSERT INTO challenge_used (clinic_id, mark, used_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING 1',
    [clinic, mark, at],
  )
  return rows.length > 0
}
