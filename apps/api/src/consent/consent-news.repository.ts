import type { ClinicId, PersonId } from '@accord/domain/ids'
import type { ConsentNews } from '@accord/domain/rest/consent'
import { Injectable } from '@nestjs/common'
import { ClinicTransactions } from '../database/clinic-transactions.js'

const MS = (column: string) => `floor(extract(epoch FROM ${column}) * 1000)::float8`

/** A case that a no has closed is told of like an open one. What was seen is seen up to the list (AT8). */
const NEWS = `
SELECT c.consent_id AS consent, c.case_id AS "caseId", l.log_id AS plan, c.purpose, c.answer, ${MS('c.at')} AS at,
  n.name AS "clientName", s.name AS "signedByName"
FROM case_party p
JOIN consent c ON c.case_id = p.case_id AND c.signed_by <> p.person_id
JOIN log l ON l.case_id = p.case_id AND l.audience = 'plan'
JOIN person n ON n.person_id = c.client_id
JOIN person s ON s.person_id = c.signed_by
LEFT JOIN plan_seen w ON w.log_id = l.log_id AND w.person_id = p.person_id
WHERE p.person_id = $1 AND p.relation = 'practitioner' AND p.until IS NULL
  AND c.at > to_timestamp($2::float8 / 1000) AND ${MS('c.at')} > coalesce(w.list_up_to_ms, 0)
ORDER BY c.at DESC, c.place DESC LIMIT 50`

/** What clients said yes and no to lately, for their practitioners. (CO11) */
@Injectable()
export class ConsentNewsRepository {
  constructor(private readonly transactions: ClinicTransactions) {}

  /** @param since in ms */
  async of(clinic: ClinicId, person: PersonId, since: number): Promise<readonly ConsentNews[]> {
    return this.transactions.ask<ConsentNews[]>([clinic], NEWS, [person, since], [person])
  }
}
