import type { PartyRelation } from '@accord/domain/case/party'
import { heldSessions, type HeldSession } from '@accord/domain/alliance/held-sessions'
import type { CaseId, ClinicId, GoalId, LogId, PersonId, SessionId } from '@accord/domain/ids'
import type { Session, SessionState } from '@accord/domain/session/session'
import type { SessionPayload } from '@accord/domain/history/payload'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { rowsOfIds, type RowsOfEach } from '../database/rows-of-each.js'
import { PartyEntries } from '../plan/party-entries.js'

/** Who asks, and in which clinic: PostgreSQL shows and takes only what is theirs. (SE3) */
export interface SessionReader {
  readonly clinic: ClinicId
  readonly person: PersonId
}

/** A session with its place in the case. */
export interface StoredSession extends Session {
  readonly plan: LogId
  /** From 1, by time; those that were cancelled don't count. */
  readonly number: number
  readonly showing: GoalId | null
}

export interface NewSession extends Pick<
  Session,
  'session' | 'caseId' | 'kind' | 'place' | 'scheduledFor' | 'minutes'
> {
  readonly at: number
}

export interface NewStep {
  readonly from: SessionState
  readonly to: SessionState
  readonly at: number
}

/** What somebody does to a session, as what, and when in ms. */
export interface Said {
  readonly kind: SessionPayload['kind']
  readonly as: PartyRelation
  readonly at: number
}

const COLUMNS = `o.session_id AS session, o.case_id AS "caseId", o.kind, o.place, o.minutes, o.state,
  l.log_id AS plan, o.showing_goal AS showing,
  floor(extract(epoch FROM o.scheduled_for) * 1000)::float8 AS "scheduledFor",
  (SELECT count(*)::int FROM session n WHERE n.case_id = o.case_id AND n.state <> 'cancelled'
    AND (n.scheduled_for, n.session_id) <= (o.scheduled_for, o.session_id)) AS number`
const STEP = `json_build_object('state', s.state, 'by', s.person_id,
  'at', floor(extract(epoch FROM s.at) * 1000)::float8)`

const READ = `
SELECT ${COLUMNS}, (SELECT json_agg(${STEP} ORDER BY s.at, s.state)
    FROM session_step s WHERE s.session_id = o.session_id) AS steps
FROM session o JOIN log l ON l.case_id = o.case_id AND l.audience = 'plan'`

/** Whether, when and how long one was held: that is all that a page over many cases asks of sessions. */
const HELD = `
SELECT o.case_id AS "caseId", o.session_id AS session, o.place, o.minutes,
  floor(extract(epoch FROM o.scheduled_for) * 1000)::float8 AS "scheduledFor",
  (SELECT json_agg(${STEP}) FROM session_step s WHERE s.session_id = o.session_id AND s.state IN ('live', 'ended')) AS steps
FROM session o WHERE o.case_id = ANY ($1) ORDER BY o.scheduled_for, o.session_id`

type HeldRow = Pick<Session, 'session' | 'caseId' | 'place' | 'minutes' | 'scheduledFor'> & {
  readonly steps: Session['steps'] | null
}

/** Live ones, coming ones from a while ago on, and those that ended lately. */
const OF_PERSON = `${READ}
JOIN clinic_case c ON c.case_id = o.case_id AND c.closed_at IS NULL
JOIN case_party p ON p.case_id = o.case_id AND p.until IS NULL AND p.person_id = $1
WHERE o.state = 'live' OR (o.state = 'scheduled' AND o.scheduled_for > to_timestamp($2::float8 / 1000))
  OR (o.state NOT IN ('scheduled', 'cancelled') AND o.scheduled_for > to_timestamp($3::float8 / 1000))
ORDER BY o.scheduled_for, o.session_id`

const ADD = `
WITH made AS (
  INSERT INTO session (session_id, clinic_id, case_id, kind, place, scheduled_for, minutes, state)
  VALUES ($1, $2, $3, $4, $5, to_timestamp($6::float8 / 1000), $7, 'scheduled') RETURNING session_id)
SELECT session_id FROM made`

const ADD_STEP = `
INSERT INTO session_step (session_id, clinic_id, state, at, person_id)
VALUES ($1, $2, $3, to_timestamp($4::float8 / 1000), $5)`

const MOVE = `UPDATE session SET state = $3 WHERE session_id = $1 AND state = $2 RETURNING session_id`

/** What a step says in the plan's log; what else becomes of a session is nothing to the plan. (SE5) */
const SAID: Partial<Record<SessionState, SessionPayload['kind']>> = {
  live: 'session.started',
  ended: 'session.ended',
}

/** The meetings of cases. Its steps are only added to. */
@Injectable()
export class SessionRepository {
  private readonly held: RowsOfEach<string, HeldRow>

  constructor(
    private readonly transactions: ClinicTransactions,
    private readonly entries: PartyEntries,
  ) {
    this.held = rowsOfIds(transactions, HELD, (row) => row.caseId)
  }

  /** Every session of a case, the earliest first. */
  async ofCase(reader: SessionReader, caseId: CaseId): Promise<readonly StoredSession[]> {
    return this.select(reader, `${READ} WHERE o.case_id = $1 ORDER BY o.scheduled_for, o.session_id`, [
      caseId,
    ])
  }

  /** Those that were held to their end, the earliest first. (CI4) */
  async heldOf({ clinic, person }: SessionReader, caseId: CaseId): Promise<readonly HeldSession[]> {
    const rows = await this.held.of(caseId, { clinic, people: [person] })
    return heldSessions(rows.map((row) => ({ ...row, steps: row.steps ?? [] })))
  }

  /** Of the open cases in which somebody is a party. Times in ms. */
  async ofPerson(
    reader: SessionReader,
    { coming, ended }: { readonly coming: number; readonly ended: number },
  ): Promise<readonly StoredSession[]> {
    return this.select(reader, OF_PERSON, [reader.person, coming, ended])
  }

  async find(reader: SessionReader, session: SessionId): Promise<StoredSession | null> {
    return (await this.select(reader, `${READ} WHERE o.session_id = $1`, [session]))[0] ?? null
  }

  async add({ clinic, person }: SessionReader, one: NewSession): Promise<void> {
    const row = [one.session, clinic, one.caseId, one.kind, one.place, one.scheduledFor, one.minutes]
    await this.transactions.run(
      [clinic],
      async (manager) => {
        await manager.query(ADD, row)
        await manager.query(ADD_STEP, [one.session, clinic, 'scheduled', one.at, person])
      },
      [person],
    )
  }

  /**
   * The step and what the plan's log says of it, both or neither.
   * @returns false when it is no longer in the state that it was in (SE1)
   */
  async move(by: SessionReader, { session, plan }: StoredSession, step: NewStep): Promise<boolean> {
    const { clinic, person } = by
    return this.transactions.run(
      [clinic],
      async (manager) => {
        const [moved] = await manager.query<[unknown[], number]>(MOVE, [session, step.from, step.to])
        if (moved.length === 0) return false
        const kind = SAID[step.to]
        const said = kind && { kind, at: step.at, as: 'practitioner' as const }
        const at = said ? await this.append(manager, by, plan, said, session) : step.at
        await manager.query(ADD_STEP, [session, clinic, step.to, at, person])
        return true
      },
      [person],
    )
  }

  /**
   * Pauses sharing or resumes it, in the plan's log alone: its head is locked while what was said last is looked at. Whoever
   * paused resumes. (SE7)
   */
  async say(by: SessionReader, { session, plan }: StoredSession, said: Said): Promise<boolean> {
    const place = { clinic: by.clinic, log: plan }
    return this.transactions.run([by.clinic], async (manager) => {
      await this.entries.lockedHead(manager, place)
      const last = await lastSaid(manager, plan)
      const follows =
        said.kind === 'session.resumed'
          ? last?.kind === 'session.paused' && last.by === by.person
          : last?.kind === 'session.started' || last?.kind === 'session.resumed'
      if (!follows || last?.session !== session) return false
      await this.append(manager, by, plan, said, session)
      return true
    })
  }

  /** Who paused sharing in a plan; null while it is shared, and between sessions. (SE7) */
  async pausedBy({ clinic }: SessionReader, plan: LogId): Promise<PersonId | null> {
    return this.transactions.run([clinic], async (manager) => {
      const last = await lastSaid(manager, plan)
      return last?.kind === 'session.paused' ? last.by : null
    })
  }

  /** From which entry of the plan's log to which a session reached, and how many lie between; null where it did not. */
  async bounds(
    { clinic }: SessionReader,
    { plan, session }: StoredSession,
  ): Promise<{ from: number; to: number | null; entries: number } | null> {
    return this.transactions.run([clinic], async (manager) => {
      const [row] = await manager.query<{ from: number | null; to: number | null; entries: number }[]>(
        `SELECT min(seq) FILTER (WHERE kind = 'session.started')::float8 AS from,
           max(seq) FILTER (WHERE kind = 'session.ended')::float8 AS to,
           count(*) FILTER (WHERE kind NOT LIKE 'session.%')::int AS entries
         FROM entry WHERE log_id = $1 AND session_id = $2
           AND seq >= (SELECT min(seq) FROM entry WHERE log_id = $1 AND kind LIKE 'session.%')`,
        [plan, session],
      )
      return row?.from == null ? null : { ...row, from: row.from }
    })
  }

  private append(
    manager: EntityManager,
    { clinic, person }: SessionReader,
    log: LogId,
    { kind, at, as }: Said,
    session: SessionId,
  ): Promise<number> {
    const change = { by: person, as, at, payloads: [{ kind, session }] }
    return this.entries.append(manager, { clinic, log }, change)
  }

  private async select(
    { clinic, person }: SessionReader,
    sql: string,
    parameters: unknown[],
  ): Promise<readonly StoredSession[]> {
    return this.transactions.run([clinic], (manager) => manager.query<StoredSession[]>(sql, parameters), [
      person,
    ])
  }
}

interface LastSaid {
  readonly kind: SessionPayload['kind']
  readonly session: SessionId
  readonly by: PersonId
}

/** The last thing that a plan's log says of its sessions. */
async function lastSaid(manager: EntityManager, plan: LogId): Promise<LastSaid | null> {
  const [last] = await manager.query<LastSaid[]>(
    `SELECT kind, session_id AS session, author_id AS by FROM entry
     WHERE log_id = $1 AND kind LIKE 'session.%' ORDER BY seq DESC LIMIT 1`,
    [plan],
  )
  return last ?? null
}
