import type { StaffRole } from '@accord/domain/access/subject'
import type { ClinicId, PersonId } from '@accord/domain/ids'
import type { ClientRow, StaffBody, StaffMember } from '@accord/domain/rest/people'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { ClinicTransactions } from '../database/clinic-transactions.js'

/** How far somebody is with signing in; `$now` is the moment that decides on links. */
export const SIGN_IN_STATE = (now: string) => `CASE
  WHEN p.disabled_at IS NOT NULL THEN 'disabled'
  WHEN p.password_hash IS NOT NULL OR EXISTS (SELECT 1 FROM passkey k WHERE k.person_id = p.person_id
    AND k.clinic_id = m.clinic_id AND k.removed_at IS NULL) THEN 'active'
  WHEN EXISTS (SELECT 1 FROM welcome_link l WHERE l.person_id = p.person_id AND l.clinic_id = m.clinic_id
    AND l.ended_at IS NULL AND l.expires_at > ${now}) THEN 'invited'
  ELSE 'not-invited' END`

const STAFF = `
SELECT p.person_id AS id, p.name, p.email, m.roles, ${SIGN_IN_STATE('$2')} AS "signIn"
FROM membership m JOIN person p USING (person_id)
WHERE m.clinic_id = $1 AND m.roles <> '{}'`

const CLIENTS = `
SELECT p.person_id AS id, p.name, c.pronouns, p.email, ${SIGN_IN_STATE('$2')} AS "signIn",
  coalesce((SELECT json_agg(json_build_object('caseId', t.case_id, 'relation', t.relation) ORDER BY t.since)
    FROM case_party t WHERE t.person_id = p.person_id AND t.until IS NULL), '[]') AS cases
FROM membership m JOIN person p USING (person_id) LEFT JOIN client_profile c USING (clinic_id, person_id)
WHERE m.clinic_id = $1 AND m.roles = '{}' ORDER BY lower(p.name), p.person_id`

export interface NewPerson {
  readonly id: PersonId
  readonly name: string
  readonly email: string
  readonly roles: readonly StaffRole[]
  readonly at: Date
}

/** The people of a clinic. (CL4) */
@Injectable()
export class PeopleRepository {
  constructor(private readonly transactions: ClinicTransactions) {}

  async staff(clinic: ClinicId, now: Date): Promise<readonly StaffMember[]> {
    return this.query<StaffMember>(clinic, `${STAFF} ORDER BY lower(p.name), p.person_id`, [clinic, now])
  }

  async clients(clinic: ClinicId, now: Date): Promise<readonly ClientRow[]> {
    return this.query<ClientRow>(clinic, CLIENTS, [clinic, now])
  }

  async staffMember(clinic: ClinicId, id: PersonId, now: Date): Promise<StaffMember | null> {
    const rows = await this.query<StaffMember>(clinic, `${STAFF} AND p.person_id = $3`, [clinic, now, id])
    return rows[0] ?? null
  }

  async addStaff(clinic: ClinicId, person: NewPerson): Promise<void> {
    await this.transactions.run([clinic], (manager) => addPerson(manager, clinic, person))
  }

  /** False when the clinic would be left without anybody who administers it. */
  async changeStaff(clinic: ClinicId, id: PersonId, { name, email, roles }: StaffBody): Promise<boolean> {
    return this.transactions.run([clinic], async (manager) => {
      // Locked, so that two administrators cannot take one another's role at once.
      const others = await manager.query<{ person_id: PersonId }[]>(
        `SELECT m.person_id FROM membership m JOIN person p USING (person_id)
         WHERE m.clinic_id = $1 AND 'administrator' = ANY (m.roles) AND p.disabled_at IS NULL
         ORDER BY m.person_id FOR NO KEY UPDATE OF m`,
        [clinic],
      )
      const stays = roles.includes('administrator') || others.some((other) => other.person_id !== id)
      if (!stays) return false
      await manager.query('UPDATE person SET name = $2, email = $3 WHERE person_id = $1', [id, name, email])
      await manager.query('UPDATE membership SET roles = $3 WHERE clinic_id = $1 AND person_id = $2', [
        clinic,
        id,
        roles,
      ])
      return true
    })
  }

  async isHere(clinic: ClinicId, id: PersonId): Promise<boolean> {
    const sql = 'SELECT 1 FROM membership WHERE clinic_id = $1 AND person_id = $2'
    return (await this.query(clinic, sql, [clinic, id])).length > 0
  }

  async hasDied(clinic: ClinicId, id: PersonId): Promise<boolean> {
    const sql = 'SELECT 1 WHERE died_on($1, $2) IS NOT NULL'
    return (await this.query(clinic, sql, [clinic, id])).length > 0
  }

  /** Null lets the person in again. */
  async disable(clinic: ClinicId, id: PersonId, at: Date | null): Promise<void> {
    await this.transactions.run([clinic], (manager) =>
      manager.query('UPDATE person SET disabled_at = $2 WHERE person_id = $1', [id, at]),
    )
  }

  private async query<Row>(clinic: ClinicId, sql: string, parameters: unknown[]): Promise<Row[]> {
    return this.transactions.run([clinic], (manager) => manager.query<Row[]>(sql, parameters))
  }
}

/** Makes somebody a member of the clinic. Throws when their e-mail is taken. */
export async function addPerson(manager: EntityManager, clinic: ClinicId, person: NewPerson): Promise<void> {
  const { id, email, name, roles, at } = person
  await manager.query('INSERT INTO person (person_id, email, name, created_at) VALUES ($1, $2, $3, $4)', [
    id,
    email,
    name,
    at,
  ])
  await manager.query('INSERT INTO membership (clinic_id, person_id, roles) VALUES ($1, $2, $3)', [
    clinic,
    id,
    roles,
  ])
}
