import type { Discipline } from '@accord/domain/case/discipline'
import type { CaseId, ClinicId, PersonId } from '@accord/domain/ids'
import type { Day, RetentionCode } from '@accord/domain/privacy/retention'
import type { EntityManager } from 'typeorm'
import { ClinicTransactions } from '../database/clinic-transactions.js'

/** The outside of a case, as far as it says for how long the case is kept. Times in ms. */
export interface AskedCase {
  readonly caseId: CaseId
  readonly discipline: Discipline
  readonly restrictedAt: number | null
  readonly clients: readonly {
    readonly person: PersonId
    readonly name: string
    readonly birthDate: Day | null
    readonly died: Day | null
  }[]
  readonly practitioners: readonly string[]
  readonly lastService: Day
  readonly hold: {
    readonly id: string
    readonly reason: Buffer
    readonly by: string
    readonly from: number
  } | null
}

interface Row extends Omit<AskedCase, 'lastService' | 'hold'> {
  readonly isOpen: boolean
  readonly restrictedOn: Day | null
  readonly closedOn: Day | null
  readonly parties: readonly PersonId[]
  readonly holdId: string | null
  readonly holdReason: Buffer | null
  readonly holdBy: string | null
  readonly holdFrom: number | null
}

const MS = (column: string) => `floor(extract(epoch FROM ${column}) * 1000)::float8`
/** A day is the clinic's: nothing is over before it is over there. (DR20) */
const DAY = (column: string) =>
  `to_char(${column} AT TIME ZONE coalesce((SELECT s.time_zone FROM clinic_settings s WHERE s.clinic_id = $1), 'UTC'),
    'YYYY-MM-DD')`

const CASES = `
SELECT c.case_id AS "caseId", c.discipline, ${MS('c.restricted_at')} AS "restrictedAt",
  c.closed_at IS NULL OR c.closed_at = c.restricted_at AS "isOpen",
  ${DAY('c.closed_at')} AS "closedOn", ${DAY('c.restricted_at')} AS "restrictedOn",
  coalesce((SELECT json_agg(json_build_object('person', p.person_id, 'name', n.name,
      'birthDate', to_char(f.date_of_birth, 'YYYY-MM-DD'),
      'died', to_char(died_on(p.clinic_id, p.person_id), 'YYYY-MM-DD')) ORDER BY p.since, p.person_id)
    FROM case_party p JOIN person n USING (person_id)
    LEFT JOIN client_profile f ON f.clinic_id = p.clinic_id AND f.person_id = p.person_id
    WHERE p.case_id = c.case_id AND p.relation = 'client' AND p.until IS NULL), '[]') AS clients,
  coalesce((SELECT json_agg(n.name ORDER BY p.since, n.name) FROM case_party p JOIN person n USING (person_id)
    WHERE p.case_id = c.case_id AND p.relation = 'practitioner' AND p.until IS NULL), '[]') AS practitioners,
  coalesce((SELECT json_agg(p.person_id) FROM case_party p WHERE p.case_id = c.case_id AND p.until IS NULL), '[]') AS parties,
  h.hold_id AS "holdId", h.reason AS "holdReason", ${MS('h.placed_at')} AS "holdFrom",
  (SELECT n.name FROM person n WHERE n.person_id = h.placed_by) AS "holdBy"
FROM clinic_case c LEFT JOIN legal_hold h ON h.case_id = c.case_id AND h.lifted_at IS NULL
WHERE c.clinic_id = $1 AND c.case_id = ANY ($2) ORDER BY c.opened_at, c.case_id`

/** Sessions are shown to those who have a part in them: the desk asks for the day of the last one, in their names. */
const LAST_SESSIONS = `
SELECT o.case_id AS "caseId", ${DAY('max(o.scheduled_for)')} AS day FROM session o
WHERE o.clinic_id = $1 AND o.case_id = ANY ($2) AND o.state IN ('live', 'ended', 'noted', 'signed') GROUP BY o.case_id`

/** What a practice has of these cases that says how long they are kept. (DR20) */
export async function askedCases(
  manager: EntityManager,
  clinic: ClinicId,
  cases: readonly CaseId[],
  today: Day,
): Promise<readonly AskedCase[]> {
  if (cases.length === 0) return []
  const people = await namedNow(manager)
  const rows = await manager.query<Row[]>(CASES, [clinic, cases])
  await ClinicTransactions.showTo(manager, [...new Set(rows.flatMap(({ parties }) => parties))])
  const sessions = await manager.query<{ caseId: CaseId; day: Day }[]>(LAST_SESSIONS, [clinic, cases])
  await ClinicTransactions.showTo(manager, people)
  const last = new Map(sessions.map(({ caseId, day }) => [caseId, day]))
  return rows.map((row) => caseOf(row, last.get(row.caseId) ?? null, today))
}

/** Today in the clinic. @param now in ms */
export async function todayIn(manager: EntityManager, clinic: ClinicId, now: number): Promise<Day> {
  const [row] = await manager.query<{ day: Day }[]>(`SELECT ${DAY('$2::timestamptz')} AS day`, [
    clinic,
    new Date(now),
  ])
  if (!row) throw new Error('a day is what PostgreSQL answers')
  return row.day
}

/** The rules that the practice chose last; none at first. (DR21) */
export async function chosenRules(
  manager: EntityManager,
  clinic: ClinicId,
): Promise<readonly RetentionCode[]> {
  const [row] = await manager.query<{ codes: RetentionCode[] }[]>(
    'SELECT codes FROM retention_choice WHERE clinic_id = $1 ORDER BY version DESC LIMIT 1',
    [clinic],
  )
  return row?.codes ?? []
}

/** The cases of a person: as their client, ended or not, or as a guardian now. */
export async function casesOf(
  manager: EntityManager,
  clinic: ClinicId,
  people: readonly PersonId[],
): Promise<readonly { readonly person: PersonId; readonly caseId: CaseId }[]> {
  return manager.query(
    `SELECT DISTINCT person_id AS person, case_id AS "caseId" FROM case_party
     WHERE clinic_id = $1 AND person_id = ANY ($2)
       AND (relation = 'client' OR (relation = 'guardian' AND until IS NULL))`,
    [clinic, people],
  )
}

/** An open case, and one that was open until it was restricted, was served until that day. (DR20) */
function caseOf(row: Row, lastSession: Day | null, today: Day): AskedCase {
  const { caseId, discipline, restrictedAt, clients, practitioners } = row
  const { isOpen, restrictedOn, closedOn, holdId: id, holdReason: reason, holdBy, holdFrom: from } = row
  const lastService = isOpen ? (restrictedOn ?? today) : (lastSession ?? closedOn ?? today)
  const hold = id !== null && reason !== null && from !== null ? { id, reason, by: holdBy ?? '', from } : null
  return { caseId, discipline, restrictedAt, clients, practitioners, lastService, hold }
}

async function namedNow(manager: EntityManager): Promise<readonly PersonId[]> {
  const [row] = await manager.query<{ people: PersonId[] | null }[]>('SELECT accord_people() AS people')
  return row?.people ?? []
}
