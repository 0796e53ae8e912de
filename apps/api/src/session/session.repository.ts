import type { CaseId, ClinicId, PersonId, SessionId } from '@accord/domain/ids'
import type { Session, SessionState } from '@accord/domain/session/session'
import { Injectable } from '@nestjs/common'
import { ClinicTransactions } from '../database/clinic-transactions.js'

/** Who asks, and in which clinic: PostgreSQL shows and takes only what is theirs. (SE3) */
export interface SessionReader {
  readonly clinic: ClinicId
  readonly person: PersonId
}

export interface NewSession extends Pick<
  Session,
  'session' | 'caseId' | 'kind' | 'place' | 'scheduledFor' | 'minutes'
> {
  readonly at: number
}

export interface NewStep {
  readonly session: SessionId
  readonly from: SessionState
  readonly to: SessionState
  readonly at: number
}

const READ = `
SELECT o.session_id AS session, o.case_id AS "caseId", o.kind, o.place, o.minutes, o.state,
  floor(extract(epoch FROM o.scheduled_for) * 1000)::float8 AS "scheduledFor",
  (SELECT json_agg(json_build_object('state', s.state, 'by', s.person_id,
      'at', floor(extract(epoch FROM s.at) * 1000)::float8) ORDER BY s.at, s.state)
    FROM session_step s WHERE s.session_id = o.session_id) AS steps
FROM session o`

const ADD = `
WITH made AS (
  INSERT INTO session (session_id, clinic_id, case_id, kind, place, scheduled_for, minutes, state)
  VALUES ($1, $2, $3, $4, $5, to_timestamp($6::float8 / 1000), $7, 'scheduled') RETURNING session_id)
SELECT session_id FROM made`

const ADD_STEP = `
INSERT INTO session_step (session_id, clinic_id, state, at, person_id)
VALUES ($1, $2, $3, to_timestamp($4::float8 / 1000), $5)`

const MOVE = `UPDATE session SET state = $3 WHERE session_id = $1 AND state = $2 RETURNING session_id`

/** The meetings of cases. Its steps are only added to. */
@Injectable()
export class SessionRepository {
  constructor(private readonly transactions: ClinicTransactions) {}

  /** Every session of a case, the earliest first. */
  async ofCase({ clinic, person }: SessionReader, caseId: CaseId): Promise<readonly Session[]> {
    return this.transactions.run(
      [clinic],
      (manager) =>
        manager.query<Session[]>(`${READ} WHERE o.case_id = $1 ORDER BY o.scheduled_for, o.session_id`, [
          caseId,
        ]),
      [person],
    )
  }

  async find({ clinic, person }: SessionReader, session: SessionId): Promise<Session | null> {
    const rows = await this.transactions.run(
      [clinic],
      (manager) => manager.query<Session[]>(`${READ} WHERE o.session_id = $1`, [session]),
      [person],
    )
    return rows[0] ?? null
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

  /** False when it is no longer in the state that it was in. (SE1) */
  async move({ clinic, person }: SessionReader, { session, from, to, at }: NewStep): Promise<boolean> {
    return this.transactions.run(
      [clinic],
      async (manager) => {
        const [moved] = await manager.query<[unknown[], number]>(MOVE, [session, from, to])
        if (moved.length === 0) return false
        await manager.query(ADD_STEP, [session, clinic, to, at, person])
        return true
      },
      [person],
    )
  }
}
