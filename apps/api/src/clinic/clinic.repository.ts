import type { Relation } from '@accord/domain/case/relation'
import type { ClinicId } from '@accord/domain/ids'
import type { DemoPerson } from '@accord/domain/rest/self'
import type { ClinicSettings } from '@accord/domain/rest/set-up'
import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { ClinicTransactions } from '../database/clinic-transactions.js'

export interface ClinicRow {
  readonly clinic_id: ClinicId
  readonly name: string
  readonly demo: boolean
}

/** Null where the clinic never said. */
export interface SettingsRow {
  readonly name: string
  readonly time_zone: string | null
  readonly language: string | null
  readonly word_for_client: ClinicSettings['wordForClient'] | null
  readonly disciplines: ClinicSettings['disciplines'] | null
  readonly hours: ClinicSettings['hours'] | null
}

/** Staff by their first role, everybody else by what they are to a case; in the order in which they came. */
const PEOPLE = `
SELECT p.name, p.email, coalesce(m.roles[1],
  (SELECT c.relation FROM case_party c WHERE c.person_id = p.person_id AND c.until IS NULL LIMIT 1)) AS relation
FROM membership m JOIN person p USING (person_id)
WHERE p.disabled_at IS NULL ORDER BY p.created_at, p.person_id`

@Injectable()
export class ClinicRepository {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: ClinicTransactions,
  ) {}

  /** Every clinic of the database, the oldest first; nobody needs to be signed in. */
  async all(): Promise<readonly ClinicRow[]> {
    return this.database.query<ClinicRow[]>('SELECT * FROM find_clinics()')
  }

  async settings(clinic: ClinicId): Promise<SettingsRow> {
    const [row] = await this.transactions.run([clinic], (manager) =>
      manager.query<SettingsRow[]>(
        `SELECT c.name, s.time_zone, s.language, s.word_for_client, s.disciplines, s.hours
         FROM clinic c LEFT JOIN clinic_settings s USING (clinic_id) WHERE c.clinic_id = $1`,
        [clinic],
      ),
    )
    if (!row) throw new Error('somebody is signed in at a clinic that is not there')
    return row
  }

  async people(clinic: ClinicId): Promise<readonly DemoPerson[]> {
    const rows = await this.transactions.run([clinic], (manager) =>
      manager.query<(Omit<DemoPerson, 'relation'> & { readonly relation: Relation | null })[]>(PEOPLE),
    )
    return rows.flatMap(({ relation, ...person }) => (relation ? [{ ...person, relation }] : []))
  }
}
