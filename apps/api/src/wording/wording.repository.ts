import type { ClinicId, PersonId } from '@accord/domain/ids'
import type { WordingBody, WordingDecision } from '@accord/domain/rest/wording'
import { Injectable } from '@nestjs/common'
import { ClinicTransactions } from '../database/clinic-transactions.js'

type Row = Omit<WordingDecision, 'by'> & { readonly person: PersonId; readonly name: string }

const OF_CLINIC = `
SELECT d.decision_id AS id, d.act, d.language, d.words, d.instead, d.reason, d.person_id AS person, p.name,
  floor(extract(epoch FROM d.at) * 1000)::float8 AS at
FROM wording_decision d JOIN person p USING (person_id)
WHERE d.clinic_id = $1 ORDER BY d.at, d.decision_id`

const ADD = `
INSERT INTO wording_decision (decision_id, clinic_id, act, language, words, instead, reason, person_id, at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, to_timestamp($9::float8 / 1000))`

/** Decisions about words, the oldest first. Nothing here changes or removes one. (WC6) */
@Injectable()
export class WordingRepository {
  constructor(private readonly transactions: ClinicTransactions) {}

  async of(clinic: ClinicId): Promise<readonly WordingDecision[]> {
    const rows = await this.transactions.run([clinic], (manager) => manager.query<Row[]>(OF_CLINIC, [clinic]))
    return rows.map(({ person, name, ...row }) => ({ ...row, by: { person, name } }))
  }

  async add(
    { clinic, person }: { readonly clinic: ClinicId; readonly person: PersonId },
    {
      id,
      at,
      act,
      language,
      words,
      instead,
      reason,
    }: WordingBody & { readonly id: string; readonly at: number },
  ): Promise<void> {
    const row = [id, clinic, act, language, words, instead, reason, person, at]
    await this.transactions.run([clinic], (manager) => manager.query(ADD, row), [person])
  }
}
