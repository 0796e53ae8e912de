import type { Audience, StaffRole } from '@accord/domain/access/subject'
import type { ClinicId, PersonId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { ClinicTransactions } from '../database/clinic-transactions.js'

/** Whom a link is for. */
export interface Invitee {
  readonly person: PersonId
  readonly roles: readonly StaffRole[]
  readonly disabled: boolean
  readonly hasPassword: boolean
}

export interface NewWelcomeLink {
  readonly id: string
  readonly clinic: ClinicId
  readonly person: PersonId
  readonly audience: Audience
  readonly tokenHash: Buffer
  readonly by: PersonId
  readonly at: Date
  readonly expiresAt: Date
}

/** A link that is good, and what may be shown of its person. */
export interface GoodLink {
  readonly clinic_id: ClinicId
  readonly person_id: PersonId
  readonly audience: Audience
  readonly name: string
  readonly email: string
  readonly clinic: string
  readonly roles: readonly StaffRole[]
}

const PRESENTED = `SELECT clinic_id FROM welcome_link WHERE token_hash = $1 AND ended_at IS NULL AND expires_at > $2`

/** Nobody who has a password already, or may not come in, is let in by a link that was made before. */
const GOOD = `
SELECT l.clinic_id, l.person_id, l.audience, p.name, p.email, c.name AS clinic, m.roles
FROM welcome_link l JOIN person p USING (person_id) JOIN clinic c USING (clinic_id)
JOIN membership m USING (clinic_id, person_id)
WHERE l.token_hash = $1 AND l.ended_at IS NULL AND l.expires_at > $2 AND p.disabled_at IS NULL
  AND p.password_hash IS NULL`

/** Links for a first sign-in. (CL7) */
@Injectable()
export class WelcomeRepository {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: ClinicTransactions,
  ) {}

  async invitee(clinic: ClinicId, person: PersonId): Promise<Invitee | null> {
    const rows = await this.transactions.run([clinic], (manager) =>
      manager.query<Invitee[]>(
        `SELECT p.person_id AS person, m.roles, p.disabled_at IS NOT NULL AS disabled,
           p.password_hash IS NOT NULL AS "hasPassword"
         FROM membership m JOIN person p USING (person_id) WHERE m.clinic_id = $1 AND m.person_id = $2`,
        [clinic, person],
      ),
    )
    return rows[0] ?? null
  }

  /** Keeps a new link and ends the one that the person had. */
  async add(link: NewWelcomeLink): Promise<void> {
    const { id, clinic, person, audience, tokenHash, by, at, expiresAt } = link
    await this.transactions.run([clinic], async (manager) => {
      // Locked, so that two links made at once end one another in turn.
      await manager.query('SELECT 1 FROM person WHERE person_id = $1 FOR NO KEY UPDATE', [person])
      await manager.query('UPDATE welcome_link SET ended_at = $2 WHERE person_id = $1 AND ended_at IS NULL', [
        person,
        at,
      ])
      await manager.query(
        `INSERT INTO welcome_link (welcome_link_id, clinic_id, person_id, audience, token_hash, created_by,
           created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, clinic, person, audience, tokenHash, by, at, expiresAt],
      )
    })
  }

  async good(tokenHash: Buffer, now: Date): Promise<GoodLink | null> {
    return this.presenting(tokenHash, now, async (manager) => {
      const rows = await manager.query<GoodLink[]>(GOOD, [tokenHash, now])
      return rows[0] ?? null
    })
  }

  /** Uses the link up and gives its person their password, both or neither. Null when it is no longer good. */
  async use(tokenHash: Buffer, passwordHash: string, now: Date): Promise<GoodLink | null> {
    return this.presenting(tokenHash, now, async (manager) => {
      const [link] = await manager.query<GoodLink[]>(`${GOOD} FOR NO KEY UPDATE OF l, p`, [tokenHash, now])
      if (!link) return null
      await manager.query('UPDATE welcome_link SET ended_at = $2 WHERE token_hash = $1', [tokenHash, now])
      await manager.query('UPDATE person SET password_hash = $2 WHERE person_id = $1', [
        link.person_id,
        passwordHash,
      ])
      return link
    })
  }

  /** A transaction of the clinic whose link is presented; before that no clinic is known. (AC7) */
  private async presenting<T>(
    tokenHash: Buffer,
    now: Date,
    work: (manager: EntityManager) => Promise<T | null>,
  ): Promise<T | null> {
    return this.database.transaction(async (manager) => {
      await manager.query(`SELECT set_config('accord.link', $1, true)`, [tokenHash.toString('hex')])
      const [found] = await manager.query<{ clinic_id: ClinicId }[]>(PRESENTED, [tokenHash, now])
      if (!found) return null
      await manager.query(`SELECT set_config('accord.clinics', $1, true)`, [found.clinic_id])
      return work(manager)
    })
  }
}
