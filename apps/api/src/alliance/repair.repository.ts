import type { RepairStep } from '@accord/domain/alliance/repair'
import type { CaseId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { rowsOfIds, type RowsOfEach } from '../database/rows-of-each.js'
import type { SessionReader } from '../session/session.repository.js'

/** A step as it is stored, its words encrypted with the key of the case's plan. (AL6) */
export interface RepairRow extends Omit<RepairStep, 'words'> {
  readonly words: Buffer
}

const OF_CASES = `
SELECT case_id AS "caseId", repair_step_id AS id, session_id AS session, client_id AS client, step, person_id AS by, words,
  floor(extract(epoch FROM at) * 1000)::float8 AS at
FROM repair_step WHERE case_id = ANY ($1) ORDER BY at, repair_step_id`

const APPEND = `
INSERT INTO repair_step
  (repair_step_id, clinic_id, case_id, session_id, client_id, step, at, person_id, key_version, words)
VALUES ($1, $2, $3, $4, $5, $6, to_timestamp($7::float8 / 1000), $8, $9, $10)`

/** How dips were mended. */
@Injectable()
export class RepairRepository {
  private readonly ofEach: RowsOfEach<string, RepairRow & { readonly caseId: CaseId }>

  constructor(private readonly transactions: ClinicTransactions) {
    this.ofEach = rowsOfIds(transactions, OF_CASES, (row) => row.caseId)
  }

  async ofCase({ clinic, person }: SessionReader, caseId: CaseId): Promise<readonly RepairRow[]> {
    const rows = await this.ofEach.of(caseId, { clinic, people: [person] })
    return rows.map(({ id, session, client, step, by, at, words }) => ({
      id,
      session,
      client,
      step,
      by,
      at,
      words,
    }))
  }

  async append(
    { clinic, person }: SessionReader,
    caseId: CaseId,
    row: RepairRow,
    keyVersion: number,
  ): Promise<void> {
    const { id, session, client, step, at, by, words } = row
    const values = [id, clinic, caseId, session, client, step, at, by, keyVersion, words]
    await this.transactions.run([clinic], (manager) => manager.query(APPEND, values), [person])
  }
}
