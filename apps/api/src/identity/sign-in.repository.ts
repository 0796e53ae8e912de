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
  /** Whether a code app, or a passkey, is theirs. */
  readonly has_code: boolean
  readonly has_passkey: boolean
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
  /** When a second factor or a passkey was shown last; null where only a password was. */
  readonly fresh_at: Date | null
  readonly has_factor: boolean
  readonly demo: boolean
}

/** One of somebody's own. */
export interface OpenSignInRow {
  readonly id: string
  readonly audience: Audience
  readonly device: string
  readonly created_at: Date
  readonly seen_at: Date
}

export interface NewSignIn {
  readonly id: string
  readonly clinic: ClinicId
  readonly person: PersonId
  readonly audience: Audience
  readonly tokenHash: Buffer
  readonly at: Date
  readonly expiresAt: Date
  readonly device: string
  readonly address: string
  readonly freshAt: Date | null
}

/** That somebody was there, and when. */
interface SignOfLife {
  readonly clinic: ClinicId
  readonly id: string
  readonly at: Date
}

/** A sign-in that somebody else is changing just now is left to them, so that nobody waits for anybody in a circle. */
const SEEN = `
UPDATE sign_in s SET seen_at = w.at FROM unnest($1::uuid[], $2::timestamptz[]) AS w (id, at)
WHERE s.sign_in_id = w.id AND s.seen_at < w.at AND s.ended_at IS NULL
  AND s.sign_in_id IN (SELECT l.sign_in_id FROM sign_in l WHERE l.sign_in_id = ANY ($1) FOR NO KEY UPDATE SKIP LOCKED)`

@Injectable()
export class SignInRepository {
  /** All open sockets' sign-ins are looked up again and again: one statement for all of them. (S2) */
  private readonly tokens = new Gathered((hashes: readonly Buffer[]) => this.byTokens(hashes))
  /** Who has a plan open is there: those of all open sockets are noted together, too. (ID3) */
  private readonly signs = new Gathered((signs: readonly SignOfLife[]) => this.allSeen(signs))

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

  async add(signIn: NewSignIn): Promise<void> {
    const { id, clinic, person, audience, tokenHash, at, expiresAt, device, address, freshAt } = signIn
    await this.transactions.run([clinic], (manager) =>
      manager.query(
        `INSERT INTO sign_in (sign_in_id, clinic_id, person_id, audience, token_hash, created_at, seen_at, expires_at,
           device, address, fresh_at) VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9, $10)`,
        [id, clinic, person, audience, tokenHash, at, expiresAt, device, address, freshAt],
      ),
    )
  }

  /** Moves the last sign of life forward, never back. */
  async seen(clinic: ClinicId, id: string, at: Date): Promise<void> {
    await this.signs.ask({ clinic, id, at })
  }

  async end(clinic: ClinicId, id: string, at: Date): Promise<void> {
    await this.transactions.run([clinic], (manager) =>
      manager.query('UPDATE sign_in SET ended_at = $2 WHERE sign_in_id = $1 AND ended_at IS NULL', [id, at]),
    )
  }

  async refresh(clinic: ClinicId, id: string, at: Date): Promise<void> {
    await this.transactions.run([clinic], (manager) =>
      manager.query('UPDATE sign_in SET fresh_at = $2 WHERE sign_in_id = $1', [id, at]),
    )
  }

  /** Those of somebody that have neither ended nor run out, the one seen last first. */
  async open(clinic: ClinicId, person: PersonId, now: Date): Promise<readonly OpenSignInRow[]> {
    return this.transactions.run([clinic], (manager) =>
      manager.query<OpenSignInRow[]>(
        `SELECT sign_in_id AS id, audience, device, created_at, seen_at FROM sign_in
         WHERE clinic_id = $1 AND person_id = $2 AND ended_at IS NULL AND expires_at > $3 ORDER BY seen_at DESC`,
        [clinic, person, now],
      ),
    )
  }

  /** Ends every sign-in of somebody in a clinic. Returns their ids. */
  async endAll(clinic: ClinicId, person: PersonId, at: Date): Promise<readonly string[]> {
    return this.ended(clinic, 'person_id = $1', [person, at])
  }

  /** One that has ended already ended then; nobody else's is found. */
  async endOne(clinic: ClinicId, person: PersonId, id: string, at: Date): Promise<readonly string[]> {
    const rows = await this.transactions.run([clinic], (manager) =>
      manager.query<{ sign_in_id: string }[]>(
        `WITH ended AS (UPDATE sign_in SET ended_at = coalesce(ended_at, $3) WHERE person_id = $1 AND sign_in_id = $2
           RETURNING sign_in_id) SELECT sign_in_id FROM ended`,
        [person, id, at],
      ),
    )
    return rows.map((row) => row.sign_in_id)
  }

  async endOthers(clinic: ClinicId, person: PersonId, id: string, at: Date): Promise<readonly string[]> {
    return this.ended(clinic, 'person_id = $1 AND sign_in_id <> $3', [person, at, id])
  }

  private async ended(
    clinic: ClinicId,
    which: string,
    parameters: readonly unknown[],
  ): Promise<readonly string[]> {
    const rows = await this.transactions.run([clinic], (manager) =>
      manager.query<{ sign_in_id: string }[]>(
        `WITH ended AS (UPDATE sign_in SET ended_at = $2 WHERE ${which} AND ended_at IS NULL
           RETURNING sign_in_id) SELECT sign_in_id FROM ended`,
        [...parameters],
      ),
    )
    return rows.map((row) => row.sign_in_id)
  }

  private async allSeen(signs: readonly SignOfLife[]): Promise<readonly undefined[]> {
    await this.transactions.run([...new Set(signs.map(({ clinic }) => clinic))], (manager) =>
      manager.query(SEEN, [signs.map(({ id }) => id), signs.map(({ at }) => at)]),
    )
    return signs.map(() => undefined)
  }

  private async byTokens(hashes: readonly Buffer[]): Promise<readonly (SignInRow | null)[]> {
    const rows = await this.database.query<SignInRow[]>('SELECT * FROM find_sign_ins($1)', [hashes])
    const byHash = new Map(rows.map((row) => [row.token_hash.toString('hex'), row]))
    return hashes.map((hash) => byHash.get(hash.toString('hex')) ?? null)
  }

  async hasPassword(clinic: ClinicId, person: PersonId): Promise<boolean> {
    const rows = await this.transactions.run([clinic], (manager) =>
      manager.query<unknown[]>('SELECT 1 FROM person WHERE person_id = $1 AND password_hash IS NOT NULL', [
        person,
      ]),
    )
    return rows.length > 0
  }

  async setPassword(clinic: ClinicId, person: PersonId, hash: string): Promise<void> {
    await this.transactions.run([clinic], (manager) =>
      manager.query('UPDATE person SET password_hash = $2 WHERE person_id = $1', [person, hash]),
    )
  }

  async self(
    clinic: ClinicId,
    person: PersonId,
  ): Promise<(Pick<Self, 'person' | 'clinic'> & { readonly hasFactor: boolean }) | null> {
    const [row] = await this.transactions.run([clinic], (manager) =>
      manager.query<SelfRow[]>(SELF, [person, clinic]),
    )
    if (!row) return null
    const { name, email, clinic_name: clinicName, demo, has_factor: hasFactor } = row
    return { person: { id: person, name, email }, clinic: { id: clinic, name: clinicName, demo }, hasFactor }
  }
}

interface SelfRow {
  readonly name: string
  readonly email: string
  readonly clinic_name: string
  readonly demo: boolean
  readonly has_factor: boolean
}

const SELF = `
SELECT p.name, p.email, c.name AS clinic_name, c.demo,
  EXISTS (SELECT 1 FROM code_app a WHERE a.person_id = $1 AND a.clinic_id = $2 AND a.confirmed_at IS NOT NULL
    AND a.removed_at IS NULL)
  OR EXISTS (SELECT 1 FROM passkey k WHERE k.person_id = $1 AND k.clinic_id = $2 AND k.removed_at IS NULL)
    AS has_factor
FROM person p, clinic c WHERE p.person_id = $1 AND c.clinic_id = $2`
