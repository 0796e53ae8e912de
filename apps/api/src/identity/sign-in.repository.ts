import type { Audience, StaffRole } from '@accord/domain/access/subject'
import type { ClinicId, PersonId } from '@accord/domain/ids'
import type { Self } from '@accord/domain/rest/self'
import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { Gathered } from '../database/gathered.js'

/** What the door may know of somebody who wants to come in. */
export interface Credentials {
  readonly person_id: PersonId
  readonly password_hash: string | null
  readonly clinic_id: ClinicId
  readonly roles: readonly StaffRole[]
  readonly is_client: boolean
}

/** A sign-in as it is stored. */
export interface SignInRow {
  readonly token_hash: Buffer
  readonly sign_in_id: string
  readonly clinic_id: ClinicId
  readonly person_id: PersonId
  readonly name: string
  readonly audience: Audience
  readonly roles: readonly StaffRole[]
  readonly seen_at: Date
  readonly expires_at: Date
  readonly ended_at: Date | null
}

export interface NewSignIn {
  readonly id: string
  readonly clinic: ClinicId
  readonly person: PersonId
  readonly audience: Audience
  readonly tokenHash: Buffer
  readonly at: Date
  readonly expiresAt: Date
}

@Injectable()
export class SignInRepository {
  /** All open sockets' sign-ins are looked up again and again: one statement for all of them. (S2) */
  private readonly tokens = new Gathered((hashes: readonly Buffer[]) => this.byTokens(hashes))

  constructor(
    private readonly database: DataSource,
    private readonly transactions: ClinicTransactions,
  ) {}

  /** One row for each clinic of the person. */
  async credentials(email: string): Promise<readonly Credentials[]> {
    return this.database.query<Credentials[]>('SELECT * FROM find_credentials($1)', [email])
  }

  async byToken(tokenHash: Buffer): Promise<SignInRow | null> {
    return this.tokens.ask(tokenHash)
  }

  async add({ id, clinic, person, audience, tokenHash, at, expiresAt }: NewSignIn): Promise<void> {
    await this.transactions.run([clinic], (manager) =>
      manager.query(
        `INSERT INTO sign_in (sign_in_id, clinic_id, person_id, audience, token_hash, created_at, seen_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $6, $7)`,
        [id, clinic, person, audience, tokenHash, at, expiresAt],
      ),
    )
  }

  /** Moves the last sign of life forward, never back. */
  async seen(clinic: ClinicId, id: string, at: Date): Promise<void> {
    await this.transactions.run([clinic], (manager) =>
      manager.query(
        'UPDATE sign_in SET seen_at = $2 WHERE sign_in_id = $1 AND seen_at < $2 AND ended_at IS NULL',
        [id, at],
      ),
    )
  }

  async end(clinic: ClinicId, id: string, at: Date): Promise<void> {
    await this.transactions.run([clinic], (manager) =>
      manager.query('UPDATE sign_in SET ended_at = $2 WHERE sign_in_id = $1 AND ended_at IS NULL', [id, at]),
    )
  }

  /** Ends every sign-in of somebody in a clinic. Returns their ids. */
  async endAll(clinic: ClinicId, person: PersonId, at: Date): Promise<readonly string[]> {
    const rows = await this.transactions.run([clinic], (manager) =>
      manager.query<{ sign_in_id: string }[]>(
        `WITH ended AS (UPDATE sign_in SET ended_at = $2 WHERE person_id = $1 AND ended_at IS NULL
           RETURNING sign_in_id) SELECT sign_in_id FROM ended`,
        [person, at],
      ),
    )
    return rows.map((row) => row.sign_in_id)
  }

  private async byTokens(hashes: readonly Buffer[]): Promise<readonly (SignInRow | null)[]> {
    const rows = await this.database.query<SignInRow[]>('SELECT * FROM find_sign_ins($1)', [hashes])
    const byHash = new Map(rows.map((row) => [row.token_hash.toString('hex'), row]))
    return hashes.map((hash) => byHash.get(hash.toString('hex')) ?? null)
  }

  async self(clinic: ClinicId, person: PersonId): Promise<Pick<Self, 'person' | 'clinic'> | null> {
    const rows = await this.transactions.run([clinic], (manager) =>
      manager.query<{ name: string; email: string; clinic_name: string; demo: boolean }[]>(
        `SELECT p.name, p.email, c.name AS clinic_name, c.demo FROM person p, clinic c
         WHERE p.person_id = $1 AND c.clinic_id = $2`,
        [person, clinic],
      ),
    )
    const row = rows[0]
    if (!row) return null
    const { name, email, clinic_name: clinicName, demo } = row
    return { person: { id: person, name, email }, clinic: { id: clinic, name: clinicName, demo } }
  }
}
