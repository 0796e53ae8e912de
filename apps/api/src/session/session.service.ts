import type { CaseId, SessionId } from '@accord/domain/ids'
import { refuse, type Refusal } from '@accord/domain/refusal'
import { refusalOfStep, type Session, type SessionState } from '@accord/domain/session/session'
import { Injectable } from '@nestjs/common'
import { Clock } from '../config/clock.js'
import { sqlStateOf } from '../database/failures.js'
import { newUuid } from '../history/new-uuid.js'
import { SessionRepository, type NewSession, type SessionReader } from './session.repository.js'

const UNIQUE_VIOLATION = '23505'

/** The life of sessions; whether somebody may is asked before. docs/spec/sessions.md */
@Injectable()
export class SessionService {
  constructor(
    private readonly clock: Clock,
    private readonly repository: SessionRepository,
  ) {}

  /** As far as PostgreSQL shows them to this reader, the earliest first. (SE3) */
  ofCase(reader: SessionReader, caseId: CaseId): Promise<readonly Session[]> {
    return this.repository.ofCase(reader, caseId)
  }

  find(reader: SessionReader, session: SessionId): Promise<Session | null> {
    return this.repository.find(reader, session)
  }

  async schedule(by: SessionReader, wish: Omit<NewSession, 'session' | 'at'>): Promise<Session | Refusal> {
    const at = this.clock.now()
    const session = newUuid(at) as SessionId
    await this.repository.add(by, { ...wish, session, at })
    return (await this.repository.find(by, session)) ?? refuse('not-found')
  }

  /** Brings a session into its next state, once, whoever else tries at the same moment. (SE1) */
  async move(by: SessionReader, session: SessionId, to: SessionState): Promise<Session | Refusal> {
    const before = await this.repository.find(by, session)
    if (!before) return refuse('not-found')
    const no = refusalOfStep(before.state, to)
    if (no) return no
    const at = Math.max(this.clock.now(), before.steps.at(-1)?.at ?? 0)
    const moved = await this.won(this.repository.move(by, { session, from: before.state, to, at }))
    return moved
      ? ((await this.repository.find(by, session)) ?? refuse('not-found'))
      : refuse('session-moved-on')
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
