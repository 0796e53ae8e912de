import type { ClinicId, PersonId } from '@accord/domain/ids'
import type { Attestation } from '@accord/domain/rest/instruments'
import { Injectable } from '@nestjs/common'
import { ClinicTransactions } from '../database/clinic-transactions.js'

/** An edition of a clinic's own instrument as it is stored. */
export interface InstrumentRow extends Attestation {
  readonly instrument: string
  readonly edition: string
  readonly title: string
  readonly questionnaire: string
  readonly scoring: string
  readonly isActive: boolean
}

export interface NewInstrument extends Omit<InstrumentRow, 'by' | 'isActive'> {
  readonly clinic: ClinicId
  readonly by: PersonId
}

interface NewState {
  readonly clinic: ClinicId
  readonly instrument: string
  readonly isActive: boolean
  readonly by: PersonId
  readonly at: number
}

/** An instrument is in use in the edition that its latest state names, unless that put it away. */
const ALL = `
SELECT i.instrument_id AS instrument, i.edition, i.title, i.questionnaire, i.scoring, i.licence_holder AS holder,
  i.licence_reference AS reference, i.licence_words AS words, to_char(i.licence_expires_on, 'YYYY-MM-DD') AS "expiresOn",
  n.name AS by, floor(extract(epoch FROM i.attested_at) * 1000)::float8 AS at,
  coalesce(s.is_active AND s.edition = i.edition, false) AS "isActive"
FROM instrument_edition i JOIN person n ON n.person_id = i.attested_by
LEFT JOIN LATERAL (SELECT * FROM instrument_state s WHERE s.clinic_id = i.clinic_id
  AND s.instrument_id = i.instrument_id ORDER BY s.version DESC LIMIT 1) s ON true
ORDER BY i.title, i.attested_at DESC`

const ADD = `
INSERT INTO instrument_edition (clinic_id, instrument_id, edition, title, questionnaire, scoring, licence_holder,
  licence_reference, licence_words, licence_expires_on, attested_by, attested_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, to_timestamp($12::float8 / 1000))
ON CONFLICT DO NOTHING RETURNING 1`

const MOVE = `
INSERT INTO instrument_state (clinic_id, instrument_id, edition, version, is_active, edited_by, edited_at)
SELECT $1, $2, coalesce($3, s.edition), coalesce(s.version, 0) + 1, $4, $5, to_timestamp($6::float8 / 1000)
FROM (SELECT 1) one LEFT JOIN LATERAL (SELECT version, edition FROM instrument_state
  WHERE instrument_id = $2 ORDER BY version DESC LIMIT 1) s ON true`

/** What clinics bring, edition by edition. Nothing here changes or removes one. (ME8, ME9) */
@Injectable()
export class InstrumentsRepository {
  constructor(private readonly transactions: ClinicTransactions) {}

  async all(clinic: ClinicId): Promise<readonly InstrumentRow[]> {
    return this.transactions.ask<InstrumentRow[]>([clinic], ALL, [])
  }

  /** Adds an edition and puts it in use. @returns false when there is one of that name */
  async add(row: NewInstrument): Promise<boolean> {
    const { clinic, instrument, edition, title, questionnaire, scoring, by, at } = row
    const licence = [row.holder, row.reference, row.words, row.expiresOn]
    return this.transactions.run(
      [clinic],
      async (manager) => {
        const values = [clinic, instrument, edition, title, questionnaire, scoring, ...licence, by, at]
        const added = await manager.query<unknown[]>(ADD, values)
        if (added.length === 0) return false
        await manager.query(MOVE, [clinic, instrument, edition, true, by, at])
        return true
      },
      [by],
    )
  }

  async move({ clinic, instrument, isActive, by, at }: NewState): Promise<void> {
    const values = [clinic, instrument, null, isActive, by, at]
    await this.transactions.run([clinic], (manager) => manager.query(MOVE, values), [by])
  }
}
