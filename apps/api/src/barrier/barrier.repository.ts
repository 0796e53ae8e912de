import type { Station } from '@accord/domain/alliance/station'
import type { CaseId, ClinicId, PersonId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { Stirrings } from '../processes/stirrings.js'

/** An entry as it is stored; at no station when it is words alone. Times in ms. */
export interface EntryRow {
  readonly barrier: string
  readonly client: PersonId
  readonly seq: number
  readonly station: Station | null
  readonly by: PersonId
  readonly at: number
  readonly content: Buffer | null
}

export interface NewEntry extends EntryRow {
  readonly clinic: ClinicId
  readonly caseId: CaseId
  readonly keyVersion: number
}

const OF_CASE = `
SELECT b.barrier_id AS barrier, b.client_id AS client, e.seq, e.station, e.person_id AS by, e.content,
  floor(extract(epoch FROM e.at) * 1000)::float8 AS at
FROM barrier b JOIN barrier_entry e ON e.barrier_id = b.barrier_id
WHERE b.case_id = $1 ORDER BY b.barrier_id, e.seq`

const NOTICE = 'INSERT INTO barrier (barrier_id, clinic_id, case_id, client_id) VALUES ($1, $2, $3, $4)'

const APPEND = `
INSERT INTO barrier_entry (barrier_id, seq, clinic_id, station, at, person_id, key_version, content)
VALUES ($1, $2, $3, $4, to_timestamp($5::float8 / 1000), $6, $7, $8) ON CONFLICT DO NOTHING RETURNING 1`

/** Barriers and their entries. Nothing here changes or removes one. (BA2) */
@Injectable()
export class BarrierRepository {
  constructor(
    private readonly transactions: ClinicTransactions,
    private readonly stirrings: Stirrings,
  ) {}

  /** As far as row-level security shows them to this reader. */
  async ofCase(clinic: ClinicId, caseId: CaseId, reader: PersonId): Promise<readonly EntryRow[]> {
    return this.transactions.ask<EntryRow[]>([clinic], OF_CASE, [caseId], [reader])
  }

  /** A barrier comes with its first entry. @returns false when somebody added the same entry first */
  async append(row: NewEntry): Promise<boolean> {
    const { barrier, clinic, caseId, client, seq, station, at, by, keyVersion, content } = row
    const added = await this.transactions.run(
      [clinic],
      async (manager) => {
        if (seq === 1) await manager.query(NOTICE, [barrier, clinic, caseId, client])
        const values = [barrier, seq, clinic, station, at, by, keyVersion, content]
        return manager.query<unknown[]>(APPEND, values)
      },
      [by],
    )
    if (added.length > 0) this.stirrings.tell({ of: 'barriers', clinic, caseId, client })
    return added.length > 0
  }
}
