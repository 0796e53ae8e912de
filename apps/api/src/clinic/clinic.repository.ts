import type { Relation } from '@accord/domain/case/relation'
import type { ClinicId } from '@accord/domain/ids'
import type { DemoPerson } from '@accord/domain/rest/self'
import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { ClinicTransactions } from '../database/clinic-transactions.js'

export interface ClinicRow {
  readonly clinic_id: ClinicId
  readonly name: string
  readonly demo: boolean
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

  async people(clinic: ClinicId): Promise<readonly DemoPerson[]> {
    const rows = await this.transactions.run([clinic], (manager) =>
      manager.query<(Omit<DemoPerson, 'relation'> & { readonly relation: Relation | null })[]>(PEOPLE),
    )
    return rows.flatMap(({ relation, ...person }) => (relation ? [{ ...person, relation }] : []))
  }
}
