import type { ClinicId, PersonId } from '@accord/domain/ids'
import type { Client, ClientBody } from '@accord/domain/rest/people'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { addPerson, SIGN_IN_STATE } from './people.repository.js'

/** A client to be kept, and since when. */
export interface NewClient {
  readonly id: PersonId
  readonly client: ClientBody
  readonly at: Date
}

const CLIENT = `
SELECT p.person_id AS id, p.name, p.email, c.pronouns, c.language, c.phone,
  to_char(c.date_of_birth, 'YYYY-MM-DD') AS "dateOfBirth", ${SIGN_IN_STATE('$3')} AS "signIn",
  CASE WHEN c.emergency_name IS NOT NULL THEN json_build_object(
    'name', c.emergency_name, 'relation', c.emergency_relation, 'phone', c.emergency_phone) END AS "emergencyContact"
FROM membership m JOIN person p USING (person_id) LEFT JOIN client_profile c USING (clinic_id, person_id)
WHERE m.clinic_id = $1 AND m.person_id = $2 AND m.roles = '{}'`

const PRACTITIONERS = `
SELECT DISTINCT seer.person_id FROM case_party part
JOIN clinic_case c ON c.case_id = part.case_id AND c.closed_at IS NULL
JOIN case_party seer ON seer.case_id = part.case_id AND seer.relation = 'practitioner' AND seer.until IS NULL
WHERE part.person_id = $1 AND part.relation <> 'practitioner' AND part.until IS NULL`

const KEEP_PROFILE = `
INSERT INTO client_profile (clinic_id, person_id, pronouns, language, phone, date_of_birth,
  emergency_name, emergency_relation, emergency_phone)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
ON CONFLICT (clinic_id, person_id) DO UPDATE SET pronouns = excluded.pronouns, language = excluded.language,
  phone = excluded.phone, date_of_birth = excluded.date_of_birth, emergency_name = excluded.emergency_name,
  emergency_relation = excluded.emergency_relation, emergency_phone = excluded.emergency_phone`

/** Clients and guardians: what they are called and how they are reached. Nothing clinical. (CL5) */
@Injectable()
export class ClientRepository {
  constructor(private readonly transactions: ClinicTransactions) {}

  async one(clinic: ClinicId, id: PersonId, now: Date): Promise<Omit<Client, 'death'> | null> {
    const rows = await this.transactions.run([clinic], (manager) =>
      manager.query<Omit<Client, 'death'>[]>(CLIENT, [clinic, id, now]),
    )
    return rows[0] ?? null
  }

  /** Who sees them now, in cases that are open. */
  async practitionersOf(clinic: ClinicId, id: PersonId): Promise<readonly PersonId[]> {
    const rows = await this.transactions.run([clinic], (manager) =>
      manager.query<{ person_id: PersonId }[]>(PRACTITIONERS, [id]),
    )
    return rows.map((row) => row.person_id)
  }

  /** All of them or none. Throws when an e-mail is taken. */
  async add(clinic: ClinicId, clients: readonly NewClient[]): Promise<void> {
    await this.transactions.run([clinic], async (manager) => {
      for (const { id, client, at } of clients) {
        await addPerson(manager, clinic, { id, name: client.name, email: client.email, roles: [], at })
        await keepProfile(manager, clinic, id, client)
      }
    })
  }

  async change(clinic: ClinicId, id: PersonId, client: ClientBody): Promise<void> {
    await this.transactions.run([clinic], async (manager) => {
      await manager.query('UPDATE person SET name = $2, email = $3 WHERE person_id = $1', [
        id,
        client.name,
        client.email,
      ])
      await keepProfile(manager, clinic, id, client)
    })
  }

  /** Those of the e-mails that somebody of the clinic has. */
  async taken(clinic: ClinicId, emails: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.transactions.run([clinic], (manager) =>
      manager.query<{ email: string }[]>('SELECT email FROM person WHERE email = ANY ($1)', [emails]),
    )
    return new Set(rows.map((row) => row.email))
  }
}

async function keepProfile(
  manager: EntityManager,
  clinic: ClinicId,
  id: PersonId,
  client: ClientBody,
): Promise<void> {
  const { pronouns, language, phone, dateOfBirth, emergencyContact: near } = client
  const contact = [near?.name ?? null, near?.relation ?? null, near?.phone ?? null]
  await manager.query(KEEP_PROFILE, [clinic, id, pronouns, language, phone, dateOfBirth, ...contact])
}
