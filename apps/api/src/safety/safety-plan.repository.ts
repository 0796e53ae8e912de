import type { CaseId, ClinicId, PersonId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import { ClinicTransactions } from '../database/clinic-transactions.js'

/** A version as it is stored. Times in ms. */
export interface PlanRow {
  readonly client: PersonId
  readonly version: number
  readonly by: PersonId
  readonly at: number
  readonly content: Buffer
}

export interface NewPlan extends PlanRow {
  readonly clinic: ClinicId
  readonly caseId: CaseId
  readonly keyVersion: number
}

const LATEST = `
SELECT DISTINCT ON (person_id) person_id AS client, version, written_by AS by,
  floor(extract(epoch FROM written_at) * 1000)::float8 AS at, content
FROM safety_plan_version WHERE case_id = $1 ORDER BY person_id, version DESC`

const APPEND = `
INSERT INTO safety_plan_version (case_id, person_id, version, clinic_id, written_at, written_by, key_version, content)
VALUES ($1, $2, $3, $4, to_timestamp($5::float8 / 1000), $6, $7, $8) ON CONFLICT DO NOTHING RETURNING 1`

/** Every version of every plan. Nothing here changes or removes one. (SA6) */
@Injectable()
export class SafetyPlanRepository {
  constructor(private readonly transactions: ClinicTransactions) {}

  /** The latest version of each, as far as row-level security shows them to this reader. */
  async latest(clinic: ClinicId, caseId: CaseId, reader: PersonId): Promise<readonly PlanRow[]> {
    return this.transactions.ask<PlanRow[]>([clinic], LATEST, [caseId], [reader])
  }

  /** @returns false when somebody saved the same version first */
  async append(row: NewPlan): Promise<boolean> {
    const { caseId, client, version, clinic, at, by, keyVersion, content } = row
    const values = [caseId, client, version, clinic, at, by, keyVersion, content]
    const added = await this.transactions.run(
      [clinic],
      (manager) => manager.query<unknown[]>(APPEND, values),
      [by],
    )
    return added.length > 0
  }
}
