import type { ClinicId, PersonId } from '@accord/domain/ids'
import type { MeasureThreshold, ThresholdEdition } from '@accord/domain/measure/thresholds'
import { Injectable } from '@nestjs/common'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { rowsOfIds, type RowsOfEach } from '../database/rows-of-each.js'

/** An edition that somebody writes over the one that they had before them. */
export interface NewEdition extends MeasureThreshold {
  readonly clinic: ClinicId
  readonly edition: number
  readonly reason: string
  readonly by: PersonId
  readonly at: Date
}

interface OfClinic {
  readonly clinic: ClinicId
}

/** An instrument that a clinic brought, and its scoring as JSON. */
interface Brought {
  readonly instrument: string
  readonly version: string
  readonly scoring: string
}

const EDITIONS = `
SELECT t.clinic_id AS clinic, t.instrument, t.version, t.population, t.use, t.edition, t.value::float8 AS value, t.direction, t.citation, t.reason,
  coalesce(n.name, '') AS by, floor(extract(epoch FROM t.edited_at) * 1000)::float8 AS at
FROM measure_threshold_edition t LEFT JOIN person n ON n.person_id = t.edited_by
WHERE t.clinic_id = ANY ($1) ORDER BY t.edited_at DESC, t.edition DESC`

/** What a clinic was brought with an instrument of its own is a row as well, where nobody changed it. (ME3, ME8) */
const BROUGHT = `
SELECT clinic_id AS clinic, instrument_id AS instrument, edition AS version, scoring
FROM instrument_edition WHERE clinic_id = ANY ($1) ORDER BY attested_at`

const APPEND = `
INSERT INTO measure_threshold_edition (clinic_id, instrument, version, population, use, edition, value, direction, citation,
  reason, edited_by, edited_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT DO NOTHING RETURNING edition`

/** Every edition of a clinic's own thresholds. Nothing here changes or removes one. (ME3) */
@Injectable()
export class ThresholdsRepository {
  private readonly editionsOf: RowsOfEach<string, ThresholdEdition & OfClinic>
  private readonly broughtBy: RowsOfEach<string, Brought & OfClinic>

  constructor(private readonly transactions: ClinicTransactions) {
    this.editionsOf = rowsOfIds(transactions, EDITIONS, (row) => row.clinic)
    this.broughtBy = rowsOfIds(transactions, BROUGHT, (row) => row.clinic)
  }

  /** The latest first. */
  async editions(clinic: ClinicId): Promise<readonly ThresholdEdition[]> {
    const rows = await this.editionsOf.of(clinic, { clinic })
    return rows.map(
      ({ instrument, version, population, use, edition, value, direction, citation, ...more }) => {
        const { reason, by, at } = more
        return { instrument, version, population, use, edition, value, direction, citation, reason, by, at }
      },
    )
  }

  async brought(clinic: ClinicId): Promise<readonly Brought[]> {
    return this.broughtBy.of(clinic, { clinic })
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
