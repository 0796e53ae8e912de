import type { HeldSession } from '@accord/domain/alliance/held-sessions'
import type { CaseId, PersonId, SessionId } from '@accord/domain/ids'
import { isUuid } from '@accord/domain/ids'
import { refuse, type Refusal } from '@accord/domain/refusal'
import { refusalOfStep, type SessionState } from '@accord/domain/session/session'
import { Injectable } from '@nestjs/common'
import { Clock } from '../config/clock.js'
import { sqlStateOf } from '../database/failures.js'
import { newUuid } from '../history/new-uuid.js'
import { LivePlanService } from '../live-plan/live-plan.service.js'
import { BoardRepository } from './board.repository.js'
import {
  SessionRepository,
  type NewSession,
  type Said,
  type SessionReader,
  type StoredSession,
} from './session.repository.js'

const UNIQUE_VIOLATION = '23505'
const HOUR = 3_600_000
/** A coming session is shown until so long after it should have begun; one that ended for a fortnight. */
const COMING_FOR = 12 * HOUR
const ENDED_FOR = 14 * 24 * HOUR

/** The life of sessions; whether somebody may is asked before. docs/spec/sessions.md */
@Injectable()
export class SessionService {
  constructor(
    private readonly clock: Clock,
    private readonly repository: SessionRepository,
    private readonly plans: LivePlanService,
    private readonly board: BoardRepository,
  ) {}

  /** As far as PostgreSQL shows them to this reader, the earliest first. (SE3) */
  ofCase(reader: SessionReader, caseId: CaseId): Promise<readonly StoredSession[]> {
    return this.repository.ofCase(reader, caseId)
  }

  /** Those that were held to their end, as far as PostgreSQL shows them to this reader. (CI4) */
  heldOf(reader: SessionReader, caseId: CaseId): Promise<readonly HeldSession[]> {
    return this.repository.heldOf(reader, caseId)
  }

  /** What lies before a party, and what lies just behind them. */
  ofPerson(reader: SessionReader): Promise<readonly StoredSession[]> {
    const now = this.clock.now()
    return this.repository.ofPerson(reader, { coming: now - COMING_FOR, ended: now - ENDED_FOR })
  }

  async find(reader: SessionReader, session: SessionId): Promise<StoredSession | null> {
    return isUuid(session) ? this.repository.find(reader, session) : null
  }

  /** Who said that they were there, in the order in which they did. (SE8) */
  async present(reader: SessionReader, of: StoredSession): Promise<readonly PersonId[]> {
    return (await this.board.arrivals(reader, of)).map(({ person }) => person)
  }

  /** From which entry of the plan's log to which a session reached; null where the log knows none of it. (SE5) */
  bounds(reader: SessionReader, of: StoredSession): ReturnType<SessionRepository['bounds']> {
    return this.repository.bounds(reader, of)
  }

  async schedule(
    by: SessionReader,
    wish: Omit<NewSession, 'session' | 'at'>,
  ): Promise<StoredSession | Refusal> {
    const at = this.clock.now()
    const session = newUuid(at) as SessionId
    await this.repository.add(by, { ...wish, session, at })
    return (await this.repository.find(by, session)) ?? refuse('not-found')
  }

  /** Brings a session into its next state, once, whoever else tries at the same moment. (SE1) */
  async move(by: SessionReader, session: SessionId, to: SessionState): Promise<StoredSession | Refusal> {
    const before = await this.find(by, session)
    if (!before) return refuse('not-found')
    const no = refusalOfStep(before.state, to)
    if (no) return no
    const at = Math.max(this.clock.now(), before.steps.at(-1)?.at ?? 0)
    const moved = await this.won(this.repository.move(by, before, { from: before.state, to, at }))
    if (!moved) return refuse('session-moved-on')
    await this.plans.logMoved(before.plan)
    return (await this.repository.find(by, session)) ?? refuse('not-found')
  }

  /** Pauses sharing, or resumes it. (SE7) */
  async say(by: SessionReader, of: StoredSession, said: Omit<Said, 'at'>): Promise<Refusal | null> {
    const done = await this.repository.say(by, of, { ...said, at: this.clock.now() })
    if (done) await this.plans.logMoved(of.plan)
    return done ? null : refuse('session-moved-on')
  }

  /** False as well where another session of the case is live. (SE2) */
  private async won(work: Promise<boolean>): Promise<boolean> {
    try {
      return await work
    } catch (error) {
      if (sqlStateOf(error) === UNIQUE_VIOLATION) return false
      throw error
    }
  }
}
