import type { Audience, StaffRole } from '@accord/domain/access/subject'
import type { ClinicId, PersonId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { ClinicTransactions } from '../database/clinic-transactions.js'

/** Whom a link is for. */
export interface Invitee {
  readonly person: PersonId
  readonly email: string
  readonly roles: readonly StaffRole[]
  readonly disabled: boolean
  /** Whether they can sign in already. */
  readonly hasWay: boolean
  readonly hasBirthDate: boolean
  readonly demo: boolean
}

export interface NewWelcomeLink {
  readonly id: string
  readonly clinic: ClinicId
  readonly person: PersonId
  readonly audience: Audience
  readonly purpose: 'welcome' | 'reset'
  readonly email: string
  readonly tokenHash: Buffer
  readonly codeMark: Buffer | null
  readonly by: PersonId
  readonly at: Date
  readonly expiresAt: Date
}

/** A link that is good, and its person. */
export interface GoodLink {
  readonly id: string
  readonly clinic_id: ClinicId
  readonly person_id: PersonId
  readonly audience: Audience
  readonly purpose: 'welcome' | 'reset'
  readonly code_mark: Buffer | null
  /** Of the app's code by which its person proved themselves already. */
  readonly proven_mark: Buffer | null
  readonly name: string
  readonly email: string
  readonly clinic: string
  readonly roles: readonly StaffRole[]
  readonly birth_date: string | null
  readonly has_app: boolean
}

/** Wrong proofs after which a link is worth nothing. (ID18) */
const MOST_WRONG = 5

const PRESENTED = `SELECT clinic_id FROM welcome_link WHERE token_hash = $1 AND ended_at IS NULL AND expires_at > $2`

const HAS_WAY = `(p.password_hash IS NOT NULL OR EXISTS (SELECT 1 FROM passkey k
  WHERE k.person_id = p.person_id AND k.clinic_id = m.clinic_id AND k.removed_at IS NULL))`

/** Nobody who signs in already, may not come in, or has another e-mail by now is let in by a first link. */
const GOOD = `
SELECT l.welcome_link_id AS id, l.clinic_id, l.person_id, l.audience, l.purpose, l.code_mark, l.proven_mark, p.name, p.email,
  c.name AS clinic, m.roles,
  (SELECT to_char(f.date_of_birth, 'YYYY-MM-DD') FROM client_profile f
    WHERE f.person_id = l.person_id AND f.clinic_id = l.clinic_id) AS birth_date,
  EXISTS (SELECT 1 FROM code_app a WHERE a.person_id = l.person_id AND a.clinic_id = l.clinic_id
    AND a.confirmed_at IS NOT NULL AND a.removed_at IS NULL) AS has_app
FROM welcome_link l JOIN person p USING (person_id) JOIN clinic c USING (clinic_id)
JOIN membership m USING (clinic_id, person_id)
WHERE l.token_hash = $1 AND l.ended_at IS NULL AND l.expires_at > $2 AND p.disabled_at IS NULL
  AND l.email = p.email AND (l.purpose = 'reset' OR NOT ${HAS_WAY})`

/** Links for a first sign-in, and for a new way to sign in. (CL7, ID16–ID19) */
@Injectable()
export class WelcomeRepository {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: ClinicTransactions,
  ) {}

  async invitee(clinic: ClinicId, person: PersonId): Promise<Invitee | null> {
    const rows = await this.transactions.run([clinic], (manager) =>
      manager.query<Invitee[]>(
        `SELECT p.person_id AS person, p.email, m.roles, p.disabled_at IS NOT NULL AS disabled,
           ${HAS_WAY} AS "hasWay", c.demo, EXISTS (SELECT 1 FROM client_profile f WHERE f.person_id = p.person_id
             AND f.clinic_id = m.clinic_id AND f.date_of_birth IS NOT NULL) AS "hasBirthDate"
         FROM membership m JOIN person p USING (person_id) JOIN clinic c USING (clinic_id)
         WHERE m.clinic_id = $1 AND m.person_id = $2`,
        [clinic, person],
      ),
    )
    return rows[0] ?? null
  }

  /** Keeps a new link and ends the one that the person had, together with whatever else is written. */
  async add(link: NewWelcomeLink, also: (manager: EntityManager) => Promise<void>): Promise<void> {
    const { id, clinic, person, audience, purpose, email, tokenHash, codeMark, by, at, expiresAt } = link
    await this.transactions.run([clinic], async (manager) => {
      // Locked, so that two links made at once end one another in turn.
      await manager.query('SELECT 1 FROM person WHERE person_id = $1 FOR NO KEY UPDATE', [person])
      await manager.query('UPDATE welcome_link SET ended_at = $2 WHERE person_id = $1 AND ended_at IS NULL', [
        person,
        at,
      ])
      await manager.query(
        `INSERT INTO welcome_link (welcome_link_id, clinic_id, person_id, audience, purpose, email, token_hash,
           code_mark, created_by, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [id, clinic, person, audience, purpose, email, tokenHash, codeMark, by, at, expiresAt],
      )
      await also(manager)
    })
  }

  async good(tokenHash: Buffer, now: Date): Promise<GoodLink | null> {
    return this.presenting(tokenHash, now, async (manager) => {
      const rows = await manager.query<GoodLink[]>(GOOD, [tokenHash, now])
      return rows[0] ?? null
    })
  }

  /** Counts a wrong proof; the last one that is allowed ends the link. */
  async wrong({ clinic_id: clinic, id }: GoodLink, now: Date): Promise<void> {
    await this.transactions.run([clinic], (manager) =>
      manager.query(
        `UPDATE welcome_link SET wrong_tries = wrong_tries + 1,
           ended_at = CASE WHEN wrong_tries + 1 >= ${MOST_WRONG} THEN $2::timestamptz END
         WHERE welcome_link_id = $1 AND ended_at IS NULL`,
        [id, now],
      ),
    )
  }

  /** Remembers a code of the app, which is good only once, for the steps that follow. */
  async proved({ clinic_id: clinic, id }: GoodLink, mark: Buffer): Promise<void> {
    await this.transactions.run([clinic], (manager) =>
      manager.query('UPDATE welcome_link SET proven_mark = $2 WHERE welcome_link_id = $1', [id, mark]),
    )
  }

  /** Uses the link up and gives its person their way in, both or neither. Null when it is no longer good. */
  async use(
    tokenHash: Buffer,
    now: Date,
    give: (manager: EntityManager, link: GoodLink) => Promise<boolean>,
  ): Promise<GoodLink | null> {
    return this.presenting(tokenHash, now, async (manager) => {
      const [link] = await manager.query<GoodLink[]>(`${GOOD} FOR NO KEY UPDATE OF l, p`, [tokenHash, now])
      if (!link || !(await give(manager, link))) return null
      await manager.query('UPDATE welcome_link SET ended_at = $2 WHERE token_hash = $1', [tokenHash, now])
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
