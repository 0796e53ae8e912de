import { READING_DAYS } from '@accord/domain/ending/reading'
import type { CaseId, ClinicId, PersonId } from '@accord/domain/ids'
import type { ReadingDays } from '@accord/domain/rest/ending'
import { Injectable } from '@nestjs/common'
import { ClinicTransactions } from '../database/clinic-transactions.js'

interface DaysRow {
  readonly version: number
  readonly days: number
  readonly name: string
  readonly at: number
}

const LATEST = `
SELECT r.version, r.days, n.name, floor(extract(epoch FROM r.edited_at) * 1000)::float8 AS at
FROM reading_days r JOIN person n ON n.person_id = r.edited_by ORDER BY r.version DESC LIMIT 1`
const APPEND = `
INSERT INTO reading_days (clinic_id, version, days, edited_by, edited_at)
VALUES ($1, $2, $3, $4, to_timestamp($5::float8 / 1000)) ON CONFLICT DO NOTHING RETURNING 1`
const UNTIL = `
SELECT floor(extract(epoch FROM clients_read_until(c.clinic_id, c.closed_at)) * 1000)::float8 AS until
FROM clinic_case c WHERE c.case_id = $1 AND c.closed_at IS NOT NULL`

/** For how many days clients read on after a close. Nothing here changes or removes a version. (EN10, EN11) */
@Injectable()
export class ReadingDaysRepository {
  constructor(private readonly transactions: ClinicTransactions) {}

  async latest(clinic: ClinicId): Promise<ReadingDays> {
    const [row] = await this.transactions.ask<DaysRow[]>([clinic], LATEST, [])
    if (!row) return { days: READING_DAYS.usual, version: 0, changed: null }
    const { days, version, name, at } = row
    return { days, version, changed: { name, at } }
  }

  /** In ms; null while the case is open. */
  async until(clinic: ClinicId, caseId: CaseId): Promise<number | null> {
    const [row] = await this.transactions.ask<{ until: number }[]>([clinic], UNTIL, [caseId])
    return row?.until ?? null
  }

  /** @returns false when somebody else wrote that version first */
  async add(
    { clinic, person }: { readonly clinic: ClinicId; readonly person: PersonId },
    { version, days, at }: { readonly version: number; readonly days: number; readonly at: number },
  ): Promise<boolean> {
    const added = await this.transactions.run(
      [clinic],
      (manager) => manager.query<unknown[]>(APPEND, [clinic, version, days, person, at]),
      [person],
    )
    return added.length > 0
  }
}
