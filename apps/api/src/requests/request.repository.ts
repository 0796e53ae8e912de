import type { CaseId, ClinicId, PersonId } from '@accord/domain/ids'
import type { StoredFate } from '@accord/domain/privacy/kept-case'
import type { RequestKind, RequestState } from '@accord/domain/privacy/request'
import type { WaitingRequests } from '@accord/domain/rest/requests'
import type { EntityManager } from 'typeorm'

/** A request as the database has it. Times in ms. */
export interface StoredRequest {
  readonly request: string
  readonly person: PersonId
  readonly name: string
  readonly kind: RequestKind
  readonly caseId: CaseId | null
  readonly state: RequestState
  readonly receivedAt: number
  readonly dueAt: number
  readonly words: Buffer
  readonly extendedAt: number | null
  readonly extension: Buffer | null
  readonly settledAt: number | null
  readonly answer: Buffer | null
}

/** What became of a case by a request. */
export interface StoredFateRow {
  readonly request: string
  readonly person: PersonId
  readonly isGuardian: boolean
  readonly caseId: CaseId
  readonly fate: StoredFate
  readonly since: number
  readonly why: Buffer | null
}

export interface NewRequest {
  readonly request: string
  readonly clinic: ClinicId
  readonly person: PersonId
  readonly kind: RequestKind
  readonly caseId: string | null
  readonly words: Buffer
  readonly at: number
  readonly due: number
}

const MS = (column: string) => `floor(extract(epoch FROM ${column}) * 1000)::float8`

const REQUEST = `
SELECT r.request_id AS request, r.person_id AS person, n.name, r.kind, r.case_id AS "caseId", r.state, r.words,
  ${MS('r.received_at')} AS "receivedAt", ${MS('r.due_at')} AS "dueAt", ${MS('r.extended_at')} AS "extendedAt",
  r.extension, ${MS('r.settled_at')} AS "settledAt", r.answer
FROM data_request r JOIN person n USING (person_id)`

/** Waiting ones first, the one that is due first before all; then the latest. */
const AT_THE_DESK = `${REQUEST} WHERE r.clinic_id = $1
ORDER BY r.settled_at IS NOT NULL, CASE WHEN r.settled_at IS NULL THEN r.due_at END, r.settled_at DESC, r.request_id LIMIT 200`

/** As far as row-level security shows them. */
export async function requestsAtTheDesk(
  manager: EntityManager,
  clinic: ClinicId,
): Promise<readonly StoredRequest[]> {
  return manager.query(AT_THE_DESK, [clinic])
}

/** As far as row-level security shows them. @param now in ms */
export async function waitingRequests(
  manager: EntityManager,
  clinic: ClinicId,
  now: number,
): Promise<WaitingRequests> {
  const [row] = await manager.query<WaitingRequests[]>(
    `SELECT count(*)::int AS waiting, count(*) FILTER (WHERE due_at < $2)::int AS overdue
     FROM data_request WHERE clinic_id = $1 AND settled_at IS NULL`,
    [clinic, new Date(now)],
  )
  return row ?? { waiting: 0, overdue: 0 }
}

export async function requestsOf(
  manager: EntityManager,
  clinic: ClinicId,
  person: PersonId,
): Promise<readonly StoredRequest[]> {
  return manager.query(
    `${REQUEST} WHERE r.clinic_id = $1 AND r.person_id = $2 ORDER BY r.received_at DESC, r.request_id DESC LIMIT 200`,
    [clinic, person],
  )
}

/** Locked until the transaction ends; null for one that is not there for the asker. */
export async function lockedRequest(
  manager: EntityManager,
  clinic: ClinicId,
  request: string,
): Promise<StoredRequest | null> {
  const rows = await manager.query<StoredRequest[]>(
    `${REQUEST} WHERE r.clinic_id = $1 AND r.request_id = $2 FOR NO KEY UPDATE OF r`,
    [clinic, request],
  )
  return rows[0] ?? null
}

/** @returns false where there is one of this id */
export async function addRequest(manager: EntityManager, asked: NewRequest): Promise<boolean> {
  const { request, clinic, person, kind, caseId, words, at, due } = asked
  const added = await manager.query<unknown[]>(
    `INSERT INTO data_request (request_id, clinic_id, person_id, kind, case_id, state, received_at, due_at, words)
     VALUES ($1, $2, $3, $4, $5, 'received', $6, $7, $8) ON CONFLICT DO NOTHING RETURNING 1`,
    [request, clinic, person, kind, caseId, new Date(at), new Date(due), words],
  )
  return added.length > 0
}

export async function extendRequest(
  manager: EntityManager,
  request: string,
  by: { readonly person: PersonId; readonly at: number; readonly due: number; readonly why: Buffer },
): Promise<void> {
  await manager.query(
    `UPDATE data_request SET state = 'extended', extended_at = $2, extended_by = $3, extension = $4, due_at = $5
     WHERE request_id = $1`,
    [request, new Date(by.at), by.person, by.why, new Date(by.due)],
  )
}

export async function settleRequest(
  manager: EntityManager,
  request: string,
  end: {
    readonly state: 'granted' | 'refused' | 'withdrawn'
    readonly person: PersonId
    readonly at: number
    readonly answer: Buffer | null
  },
): Promise<void> {
  await manager.query(
    'UPDATE data_request SET state = $2, settled_at = $3, settled_by = $4, answer = $5 WHERE request_id = $1',
    [request, end.state, new Date(end.at), end.person, end.answer],
  )
}

/** Of these cases, whatever was asked of them and granted; nobody has to be named. */
export async function fatesOf(
  manager: EntityManager,
  clinic: ClinicId,
  cases: readonly CaseId[],
): Promise<readonly StoredFateRow[]> {
  return manager.query(
    `SELECT f.request_id AS request, f.asked_by AS person, f.case_id AS "caseId", f.fate, ${MS('f.since')} AS since,
       f.lifted_why AS why,
       NOT EXISTS (SELECT 1 FROM case_party c WHERE c.case_id = f.case_id AND c.person_id = f.asked_by
         AND c.relation = 'client') AS "isGuardian"
     FROM requested_case f WHERE f.clinic_id = $1 AND f.case_id = ANY ($2) ORDER BY f.since, f.request_id`,
    [clinic, cases],
  )
}

export async function addFate(
  manager: EntityManager,
  clinic: ClinicId,
  { request, person, caseId, fate, since }: Omit<StoredFateRow, 'isGuardian' | 'why'>,
): Promise<void> {
  await manager.query(
    `INSERT INTO requested_case (request_id, case_id, clinic_id, asked_by, fate, since) VALUES ($1, $2, $3, $4, $5, $6)`,
    [request, caseId, clinic, person, fate, new Date(since)],
  )
}

/** What stood in one way or another stands in this way now. */
export async function turnFates(
  manager: EntityManager,
  caseId: CaseId,
  turn: { readonly from: readonly StoredFate[]; readonly to: StoredFate; readonly at: number },
): Promise<void> {
  await manager.query(
    'UPDATE requested_case SET fate = $2, since = $3 WHERE case_id = $1 AND fate = ANY ($4)',
    [caseId, turn.to, new Date(turn.at), turn.from],
  )
}

/** A case is worked with again: whatever kept it from that is over, with the reason, by whom and when. */
export async function liftFates(
  manager: EntityManager,
  caseId: CaseId,
  lifted: { readonly by: PersonId; readonly at: number; readonly seal: (request: string) => Buffer },
): Promise<readonly PersonId[]> {
  const rows = await manager.query<{ request: string; person: PersonId }[]>(
    `SELECT request_id AS request, asked_by AS person FROM requested_case
     WHERE case_id = $1 AND fate IN ('restricted', 'to-erase') FOR NO KEY UPDATE`,
    [caseId],
  )
  for (const { request } of rows) {
    await manager.query(
      `UPDATE requested_case SET fate = 'lifted', since = $3, lifted_by = $4, lifted_why = $5
       WHERE case_id = $1 AND request_id = $2`,
      [caseId, request, new Date(lifted.at), lifted.by, lifted.seal(request)],
    )
  }
  return [...new Set(rows.map(({ person }) => person))]
}
