import type { Actor } from '@accord/domain/access/subject'
import type { PartyRelation } from '@accord/domain/case/party'
import { isUuid, type SessionId } from '@accord/domain/ids'
import { isRefusal, refuse, type Refusal } from '@accord/domain/refusal'
import type { ClosingBody, ShowBody, SubjectBody, SubjectStateBody } from '@accord/domain/rest/session'
import { hasRoomFor } from '@accord/domain/session/agenda'
import { Injectable } from '@nestjs/common'
import { Clock } from '../config/clock.js'
import { sqlStateOf } from '../database/failures.js'
import { newUuid } from '../history/new-uuid.js'
import { StoredBoards } from './board.service.js'
import { SessionCards, type FoundSession } from './session-cards.service.js'
import type { Said } from './session.repository.js'
import { SessionService } from './session.service.js'

const UNIQUE_VIOLATION = '23505'

/** A party to a session. */
interface Taking extends FoundSession {
  readonly relation: PartyRelation
}

/** What people do in a session, beside the plan. (SE7–SE12) */
@Injectable()
export class BoardWriting {
  constructor(
    private readonly cards: SessionCards,
    private readonly sessions: SessionService,
    private readonly stored: StoredBoards,
    private readonly clock: Clock,
  ) {}

  async arrive(actor: Actor, session: SessionId): Promise<Refusal | null> {
    const found = await this.taking(actor, session, ['live'])
    if (isRefusal(found)) return found
    await this.stored.board.arrive(actor, found.stored, this.clock.now())
    return null
  }

  async say(actor: Actor, session: SessionId, kind: Said['kind']): Promise<Refusal | null> {
    const found = await this.taking(actor, session, ['live'])
    if (isRefusal(found)) return found
    return this.sessions.say(actor, found.stored, { kind, as: found.relation })
  }

  async bring(actor: Actor, session: SessionId, { words }: SubjectBody): Promise<Refusal | null> {
    const found = await this.taking(actor, session, ['scheduled', 'live'])
    if (isRefusal(found)) return found
    const { stored, relation } = found
    const at = this.clock.now()
    const hasRoom = (agenda: Parameters<typeof hasRoomFor>[0]) =>
      hasRoomFor(agenda, { person: actor.person, relation })
    const subject = { subject: newUuid(at), relation, words, at }
    const added = await this.stored.agenda.add(actor, stored, subject, hasRoom)
    return added ? null : refuse('too-large')
  }

  /** The practitioner goes through the agenda; whoever brought something may take it back. (SE9) */
  async mark(
    actor: Actor,
    session: SessionId,
    subject: string,
    { state }: SubjectStateBody,
  ): Promise<Refusal | null> {
    const found = await this.taking(actor, session, ['scheduled', 'live'])
    if (isRefusal(found)) return found
    const agenda = isUuid(subject) ? await this.stored.agenda.of(actor, found.stored) : []
    const meant = agenda.find((one) => one.subject === subject)
    if (!meant) return refuse('not-found')
    const isTheirs = meant.by === actor.person
    const mayMark = state === 'withdrawn' ? isTheirs : found.relation === 'practitioner'
    if (!mayMark) return refuse('not-yours')
    await this.stored.agenda.change(actor, found.stored, subject, state)
    return null
  }

  async show(actor: Actor, session: SessionId, { goal }: ShowBody): Promise<Refusal | null> {
    const found = await this.taking(actor, session, ['live'], 'session.write')
    if (isRefusal(found)) return found
    await this.stored.board.show(actor, found.stored, goal)
    return null
  }

  async close(actor: Actor, session: SessionId, { after, words }: ClosingBody): Promise<Refusal | null> {
    const found = await this.taking(actor, session, ['live', 'ended', 'noted'], 'session.write')
    if (isRefusal(found)) return found
    const last = await this.stored.board.closing(actor, found.stored)
    if ((last?.version ?? 0) !== after) return refuse('words-changed')
    const line = { version: after + 1, words, at: this.clock.now() }
    return this.saved(this.stored.board.close(actor, found.stored, line))
  }

  private async taking(
    actor: Actor,
    session: SessionId,
    states: readonly FoundSession['stored']['state'][],
    action: 'session.take-part' | 'session.write' = 'session.take-part',
  ): Promise<Taking | Refusal> {
    const found = await this.cards.find(actor, session, action)
    if (isRefusal(found)) return found
    const { relation, stored } = found
    if (relation === 'supervisor' || relation === 'administrator') return refuse('read-only')
    return states.includes(stored.state) ? { ...found, relation } : refuse('session-moved-on')
  }

  /** Of two who save the same version at once, one does. */
  private async saved(work: Promise<void>): Promise<Refusal | null> {
    try {
      await work
      return null
    } catch (error) {
      if (sqlStateOf(error) === UNIQUE_VIOLATION) return refuse('words-changed')
      throw error
    }
  }
}
