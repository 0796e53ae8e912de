import type { ClinicId, PersonId } from '@accord/domain/ids'
import type { UrgentNumbers } from '@accord/domain/safety/urgent-numbers'
import { Injectable } from '@nestjs/common'
import { ClinicTransactions } from '../database/clinic-transactions.js'

interface NumbersRow extends UrgentNumbers {
  readonly name: string
  readonly at: number
}

export interface NewNumbers extends UrgentNumbers {
  readonly clinic: ClinicId
  readonly by: PersonId
  readonly at: Date
}

const LATEST = `
SELECT v.version, v.country, v.numbers, n.name, floor(extract(epoch FROM v.edited_at) * 1000)::float8 AS at
FROM urgent_numbers_version v JOIN person n ON n.person_id = v.edited_by ORDER BY v.version DESC LIMIT 1`

const APPEND = `
INSERT INTO urgent_numbers_version (clinic_id, version, country, numbers, edited_by, edited_at)
VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING 1`

/** The numbers that clinics chose. Nothing here changes or removes a version. (SA10) */
@Injectable()
export class UrgentNumbersRepository {
  constructor(private readonly transactions: ClinicTransactions) {}

  async latest(clinic: ClinicId): Promise<NumbersRow | null> {
    const [row] = await this.transactions.ask<NumbersRow[]>([clinic], LATEST, [])
    return row ?? null
  }

  /** By its clock; null where the clinic never said. */
  async timeZone(clinic: ClinicId): Promise<string | null> {
    const sql = 'SELECT time_zone FROM clinic_settings'
    const [row] = await this.transactions.ask<{ time_zone: string }[]>([clinic], sql, [])
    return row?.time_zone ?? null
  }

  /** @returns false when somebody else wrote that version first */
  async add({ clinic, version, country, numbers, by, at }: NewNumbers): Promise<boolean> {
    const values = [clinic, version, country, JSON.stringify(numbers), by, at]
    const added = await this.transactions.run(
      [clinic],
      (manager) => manager.query<unknown[]>(APPEND, values),
      [by],
    )
    return added.length > 0
  }
}
