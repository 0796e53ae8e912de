import type { Actor } from '@accord/domain/access/subject'
import type { CaseId, PersonId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import { ClinicTransactions } from '../database/clinic-transactions.js'

/** Restricted cases in which somebody of the practice has a part now, and their clients. */
const CASES = `
SELECT c.case_id AS "caseId", p.person_id AS client FROM clinic_case c
JOIN case_party p ON p.case_id = c.case_id AND p.relation = 'client'
WHERE c.clinic_id = $1 AND c.restricted_at IS NOT NULL AND c.erased_at IS NULL
  AND (EXISTS (SELECT 1 FROM case_party m WHERE m.case_id = c.case_id AND m.person_id = $2
      AND m.relation = 'practitioner' AND m.until IS NULL)
    OR EXISTS (SELECT 1 FROM case_supervisor s WHERE s.case_id = c.case_id AND s.person_id = $2 AND s.until IS NULL))`

/** Only what they could read themselves: nobody else's drafts and private pages. */
const THEIRS = `
SELECT 1 FROM session WHERE session_id = ANY ($1) AND case_id = ANY ($2)
UNION ALL SELECT 1 FROM log WHERE log_id = ANY ($1) AND case_id = ANY ($2)
  AND (audience IN ('plan', 'confidential') OR writer_id = $3)
UNION ALL SELECT 1 FROM note WHERE note_id = ANY ($1) AND case_id = ANY ($2) AND (signed_version > 0 OR author_id = $3)
LIMIT 1`

/** Finds out whether something that staff are not shown any more is of a restricted case of theirs. (DR31, DR34) */
@Injectable()
export class RestrictedThings {
  constructor(private readonly transactions: ClinicTransactions) {}

  async areOf({ clinic, person }: Actor, ids: readonly string[]): Promise<boolean> {
    return this.transactions.run([clinic], async (manager) => {
      const rows = await manager.query<{ caseId: CaseId; client: PersonId }[]>(CASES, [clinic, person])
      if (rows.length === 0) return false
      // PostgreSQL shows it to whom it belongs. (DR31)
      await ClinicTransactions.showTo(manager, [person, ...new Set(rows.map(({ client }) => client))])
      const cases = [...new Set(rows.map(({ caseId }) => caseId))]
      const found = await manager.query<unknown[]>(THEIRS, [ids, cases, person])
      return found.length > 0
    })
  }
}
