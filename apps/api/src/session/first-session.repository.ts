import type { CaseId } from '@accord/domain/ids'
import type { FirstSessionBody, FirstSessionTick } from '@accord/domain/rest/first-session'
import { Injectable } from '@nestjs/common'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { newUuid } from '../history/new-uuid.js'
import type { SessionReader } from './session.repository.js'

const TICKED = `
SELECT * FROM (
  SELECT DISTINCT ON (f.item) f.item, f.done, f.person_id AS by, p.name,
    floor(extract(epoch FROM f.at) * 1000)::float8 AS at
  FROM first_session_tick f JOIN person p USING (person_id)
  WHERE f.case_id = $1 ORDER BY f.item, f.at DESC, f.tick_id DESC
) latest WHERE done`

const ADD = `
INSERT INTO first_session_tick (tick_id, clinic_id, case_id, item, done, person_id, at)
VALUES ($1, $2, $3, $4, $5, $6, to_timestamp($7::float8 / 1000))`

/** What was seen to in the first sessions; ticks and what took them back are only added. (SE18) */
@Injectable()
export class FirstSessionRepository {
  constructor(private readonly transactions: ClinicTransactions) {}

  async ticked({ clinic, person }: SessionReader, caseId: CaseId): Promise<readonly FirstSessionTick[]> {
    const rows = await this.transactions.run(
      [clinic],
      (manager) => manager.query<FirstSessionTick[]>(TICKED, [caseId]),
      [person],
    )
    return rows.map(({ item, by, name, at }) => ({ item, by, name, at }))
  }

  async tick(
    { clinic, person }: SessionReader,
    caseId: CaseId,
    { item, done }: FirstSessionBody,
    at: number,
  ): Promise<void> {
    const row = [newUuid(at), clinic, caseId, item, done, person, at]
    await this.transactions.run([clinic], (manager) => manager.query(ADD, row), [person])
  }
}
