import type { ItemScope } from '@accord/domain/access/record-item'
import type { Actor } from '@accord/domain/access/subject'
import type { AddendumNews } from '@accord/domain/rest/addenda'
import { Injectable } from '@nestjs/common'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { SCOPE_OF_ITEM } from './item-scope.js'

/** News as PostgreSQL shows it to its reader, with what the rule asks of the item. */
export interface AddendumNewsRow {
  readonly scope: ItemScope
  readonly news: AddendumNews
}

type FlatRow = AddendumNews & Omit<ItemScope, 'kind'>

const MS = (column: string) => `floor(extract(epoch FROM ${column}) * 1000)::float8`

/** Whose item it is: its client, else the client who said it, else all of them. */
const WHOSE = `
SELECT c.name FROM case_party q JOIN person c USING (person_id)
WHERE q.case_id = x.case_id AND q.relation = 'client' AND q.until IS NULL
  AND q.person_id = coalesce(x.client, (SELECT b.person_id FROM case_party b
    WHERE b.case_id = x.case_id AND b.relation = 'client' AND b.person_id = x.by LIMIT 1), q.person_id)
ORDER BY c.name`

/** Of closed cases too, as clients still say it there. What was seen is seen up to the list (AT8). */
const NEWS = `
WITH mine AS (
  SELECT case_id FROM case_party WHERE person_id = $1 AND relation = 'practitioner' AND until IS NULL
  UNION SELECT case_id FROM case_supervisor WHERE person_id = $1 AND until IS NULL
), said AS (
  SELECT a.case_id, a.kind, a.item_id AS item, a.entry, a.number, a.client_id AS client, a.person_id AS by, a.at,
    ${SCOPE_OF_ITEM}
  FROM record_addendum a JOIN mine USING (case_id)
  UNION ALL
  SELECT n.case_id, 'note', r.note_id, 0, r.number, NULL, r.person_id, r.at, false, NULL
  FROM note_reply r JOIN note n USING (note_id) JOIN mine ON mine.case_id = n.case_id
)
SELECT x.kind, x.item, x.entry, x.number, x.case_id AS "caseId", l.log_id AS plan, ${MS('x.at')} AS at, w.name AS "byName",
  ARRAY(${WHOSE}) AS "clientNames", x.client, x."isBetween", x.shown
FROM said x
JOIN log l ON l.case_id = x.case_id AND l.audience = 'plan'
JOIN person w ON w.person_id = x.by
LEFT JOIN plan_seen s ON s.log_id = l.log_id AND s.person_id = $1
WHERE x.at > to_timestamp($2::float8 / 1000) AND ${MS('x.at')} > coalesce(s.list_up_to_ms, 0)
ORDER BY x.at DESC, x.number DESC LIMIT 50`

/** What was added to records lately, for practitioners and supervisors of their cases. (AD8) */
@Injectable()
export class AddendumNewsRepository {
  constructor(private readonly transactions: ClinicTransactions) {}

  /**
   * As far as row-level security shows it to this reader.
   * @param since in ms
   */
  async of({ clinic, person }: Actor, since: number): Promise<readonly AddendumNewsRow[]> {
    const rows = await this.transactions.ask<FlatRow[]>([clinic], NEWS, [person, since], [person])
    return rows.map(({ client, isBetween, shown, ...news }) => {
      return { scope: { kind: news.kind, client, isBetween, shown }, news }
    })
  }
}
