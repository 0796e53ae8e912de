import type { Actor } from '@accord/domain/access/subject'
import { relationTo, type CaseFacts } from '@accord/domain/case/relation'
import type { CaseId, SessionId } from '@accord/domain/ids'
import { isRefusal, refuse, type Refusal } from '@accord/domain/refusal'
import type {
  CaseSessions,
  ScheduleBody,
  SessionBudget,
  SessionCard,
  SessionList,
  SessionSettingsBody,
} from '@accord/domain/rest/session'
import type { Session, SessionState } from '@accord/domain/session/session'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { Clock } from '../config/clock.js'
import { SessionCards } from './session-cards.service.js'
import type { StoredSession } from './session.repository.js'
import { SessionService } from './session.service.js'
import { SettingsRepository } from './settings.repository.js'

/** Lists of sessions, and what happens to them from outside: scheduled, started, cancelled, ended. (SE1, SE3) */
@Injectable()
export class SessionDesk {
  constructor(
    private readonly access: AccessService,
    private readonly sessions: SessionService,
    private readonly cards: SessionCards,
    private readonly settings: SettingsRepository,
    private readonly clock: Clock,
  ) {}

  async mine(actor: Actor): Promise<SessionList> {
    const stored = await this.sessions.ofPerson(actor)
    const found = await Promise.all(stored.map((one) => this.cardOf(actor, one)))
    return { at: this.clock.now(), sessions: found.filter((card) => card !== null) }
  }

  async ofCase(actor: Actor, caseId: CaseId): Promise<CaseSessions | Refusal> {
    const facts = await this.access.factsOfCase(actor.clinic, caseId)
    const no = this.access.refusal(actor, 'session.read', facts)
    if (no || !facts) return no ?? refuse('not-found')
    return (await this.listed(actor, facts)) ?? refuse('not-found')
  }

  async schedule(actor: Actor, caseId: CaseId, wish: ScheduleBody): Promise<SessionCard | Refusal> {
    const facts = await this.access.factsOfCase(actor.clinic, caseId)
    const no = this.access.refusal(actor, 'session.write', facts)
    if (no) return no
    const made = await this.sessions.schedule(actor, { ...wish, caseId })
    return isRefusal(made) ? made : ((await this.cardOf(actor, made)) ?? refuse('not-found'))
  }

  async set(actor: Actor, caseId: CaseId, body: SessionSettingsBody): Promise<CaseSessions | Refusal> {
    const facts = await this.access.factsOfCase(actor.clinic, caseId)
    const no = this.access.refusal(actor, 'session.write', facts)
    const plan = no ? null : await this.settings.planOf(actor, caseId)
    if (no || !facts || !plan) return no ?? refuse('not-found')
    await this.settings.save(actor, { caseId, plan }, body, this.clock.now())
    return (await this.listed(actor, facts)) ?? refuse('not-found')
  }

  /** Starts, cancels or ends a session. */
  async move(actor: Actor, session: SessionId, to: SessionState): Promise<StoredSession | Refusal> {
    const found = await this.cards.find(actor, session, 'session.write')
    return isRefusal(found) ? found : this.sessions.move(actor, session, to)
  }

  private async listed(actor: Actor, facts: CaseFacts): Promise<CaseSessions | null> {
    const { caseId } = facts
    const plan = await this.settings.planOf(actor, caseId)
    if (!plan) return null
    const stored = await this.sessions.ofCase(actor, caseId)
    const [cards, { budget, callLink }, usualCallLink] = await Promise.all([
      Promise.all(stored.map((one) => this.cardOf(actor, one))),
      this.settings.read(actor, { caseId, plan }),
      this.cards.usualCallLink(actor, facts),
    ])
    const sessions = cards.filter((card) => card !== null)
    return { at: this.clock.now(), sessions, budget: budgetOf(stored, budget), callLink, usualCallLink }
  }

  private async cardOf(actor: Actor, stored: StoredSession): Promise<SessionCard | null> {
    const facts = await this.access.factsOfCase(actor.clinic, stored.caseId)
    const relation = facts && relationTo(facts, actor.person)
    if (!relation || this.access.refusal(actor, 'session.read', facts)) return null
    return this.cards.card(actor, { stored, facts, relation })
  }
}

/** Getting to know each other is not counted. (SE15) */
function budgetOf(sessions: readonly Session[], of: number | null): SessionBudget {
  const work = sessions.filter(({ kind }) => kind === 'work')
  const booked = work.filter(({ state }) => state === 'scheduled').length
  const cancelled = work.filter(({ state }) => state === 'cancelled').length
  return { of, used: work.length - booked - cancelled, booked }
}
