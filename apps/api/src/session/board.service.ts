import type { Actor } from '@accord/domain/access/subject'
import type { SessionId } from '@accord/domain/ids'
import { isRefusal, refuse, type Refusal } from '@accord/domain/refusal'
import type { SessionBoard, SessionSummaryAnswer } from '@accord/domain/rest/session'
import { agendaInOrder } from '@accord/domain/session/agenda'
import { sessionSummary } from '@accord/domain/session/summary'
import { Injectable } from '@nestjs/common'
import { Clock } from '../config/clock.js'
import { PlanReader } from '../plan/plan-reader.js'
import { AgendaRepository } from './agenda.repository.js'
import { BoardRepository } from './board.repository.js'
import { SessionCards, type FoundSession } from './session-cards.service.js'
import { SessionRepository } from './session.repository.js'

/** What is kept of sessions. */
@Injectable()
export class StoredBoards {
  constructor(
    readonly agenda: AgendaRepository,
    readonly board: BoardRepository,
    readonly sessions: SessionRepository,
  ) {}
}

/** A session as both see it: who is there, the agenda, what is shown, and what it left behind. (SE8–SE12) */
@Injectable()
export class BoardService {
  constructor(
    private readonly cards: SessionCards,
    private readonly stored: StoredBoards,
    private readonly plans: PlanReader,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor, session: SessionId): Promise<SessionBoard | Refusal> {
    const found = await this.cards.find(actor, session, 'session.read')
    return isRefusal(found) ? found : this.boardOf(actor, found)
  }

  async summary(actor: Actor, session: SessionId): Promise<SessionSummaryAnswer | Refusal> {
    const found = await this.cards.find(actor, session, 'session.read')
    if (isRefusal(found)) return found
    const { stored } = found
    const place = { clinic: actor.clinic, log: stored.plan }
    const bounds = await this.stored.sessions.bounds(actor, stored)
    if (!bounds) return { summary: null, entries: 0 }
    const { from, to, entries } = bounds
    const [before, after] = await Promise.all([
      this.plans.readAt(place, from),
      to === null ? this.plans.read(place) : this.plans.readAt(place, to),
    ])
    if (!before || !after) return refuse('plan-unreadable')
    return { summary: sessionSummary(before, after), entries }
  }

  private async boardOf(actor: Actor, found: FoundSession): Promise<SessionBoard> {
    const { stored } = found
    const { agenda, board, sessions } = this.stored
    const [card, subjects, arrived, pausedBy, closing] = await Promise.all([
      this.cards.card(actor, found),
      agenda.of(actor, stored),
      board.arrivals(actor, stored),
      stored.state === 'live' ? sessions.pausedBy(actor, stored.plan) : null,
      board.closing(actor, stored),
    ])
    const at = this.clock.now()
    const showing = stored.state === 'live' ? stored.showing : null
    return { at, card, agenda: agendaInOrder(subjects), arrived, pausedBy, showing, closing }
  }
}
