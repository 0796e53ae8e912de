import type { ClinicId, PersonId } from '@accord/domain/ids'
import type { MeasureThreshold, ThresholdEdition } from '@accord/domain/measure/thresholds'
import { Injectable } from '@nestjs/common'
import { ClinicTransactions } from '../database/clinic-transactions.js'

/** An edition that somebody writes over the one that they had before them. */
export interface NewEdition extends MeasureThreshold {
  readonly clinic: ClinicId
  readonly edition: number
  readonly reason: string
  readonly by: PersonId
  readonly at: Date
}

const EDITIONS = `
SELECT t.instrument, t.version, t.population, t.use, t.edition, t.value::float8 AS value, t.direction, t.citation, t.reason,
  coalesce(n.name, '') AS by, floor(extract(epoch FROM t.edited_at) * 1000)::float8 AS at
FROM measure_threshold_edition t LEFT JOIN person n ON n.person_id = t.edited_by
ORDER BY t.edited_at DESC, t.edition DESC`

/** What a clinic was brought with an instrument of its own is a row as well, where nobody changed it. (ME3, ME8) */
const BROUGHT = `
SELECT instrument_id AS instrument, edition AS version, scoring FROM instrument_edition ORDER BY attested_at`

const APPEND = `
INSERT INTO measure_threshold_edition (clinic_id, instrument, version, population, use, edition, value, direction, citation,
  reason, edited_by, edited_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT DO NOTHING RETURNING edition`

/** Every edition of a clinic's own thresholds. Nothing here changes or removes one. (ME3) */
@Injectable()
export class ThresholdsRepository {
  constructor(private readonly transactions: ClinicTransactions) {}

  /** The latest first. */
  async editions(clinic: ClinicId): Promise<readonly ThresholdEdition[]> {
    return this.transactions.ask<ThresholdEdition[]>([clinic], EDITIONS, [])
  }

  async brought(
    clinic: ClinicId,
  ): Promise<readonly { readonly instrument: string; readonly version: string; readonly scoring: string }[]> {
    return this.transactions.ask([clinic], BROUGHT, [])
  }

  /** @returns false when somebody else wrote that edition first */
  async add(row: NewEdition): Promise<boolean> {
    const { clinic, instrument, version, population, use, edition, value, direction, citation } = row
    const key = [clinic, instrument, version, population, use, edition]
    const rows = await this.transactions.run(
      [clinic],
      (manager) =>
        manager.query<unknown[]>(APPEND, [...key, value, direction, citation, row.reason, row.by, row.at]),
      [row.by],
    )
    return rows.length > 0
  }
}
