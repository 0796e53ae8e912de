import type { Action } from '@accord/domain/access/action'
import type { Actor } from '@accord/domain/access/subject'
import type { Discipline } from '@accord/domain/case/discipline'
import { relationTo, type CaseFacts, type Relation } from '@accord/domain/case/relation'
import { isUuid, type CaseId, type NoteId, type SessionId } from '@accord/domain/ids'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type { NoteSession } from '@accord/domain/rest/note'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { CaseRepository } from '../case/case.repository.js'
import { Clock } from '../config/clock.js'
import type { StoredSession } from '../session/session.repository.js'
import { SessionService } from '../session/session.service.js'
import type { NoteRow } from './note-rows.js'
import { NoteRepository } from './note.repository.js'

/** A session that somebody asks about, and what they are to its case. */
export interface NoteSeat {
  readonly stored: StoredSession
  readonly facts: CaseFacts
  readonly relation: Relation
}

/** A note with it. */
export interface SeatAtNote extends NoteSeat {
  readonly row: NoteRow
}

/** The first line of whatever is done with a note. (NO14) */
@Injectable()
export class NoteSeats {
  constructor(
    readonly access: AccessService,
    private readonly cases: CaseRepository,
    private readonly sessions: SessionService,
    readonly notes: NoteRepository,
    readonly clock: Clock,
  ) {}

  async inCase(actor: Actor, caseId: CaseId, action: Action): Promise<CaseFacts | Refusal> {
    const facts = await this.access.factsOfCase(actor.clinic, caseId)
    return this.access.refusal(actor, action, facts) ?? facts ?? refuse('not-found')
  }

  async atSession(actor: Actor, session: SessionId, action: Action): Promise<NoteSeat | Refusal> {
    const stored = await this.sessions.find(actor, session)
    const facts = stored && (await this.access.factsOfCase(actor.clinic, stored.caseId))
    const no = this.access.refusal(actor, action, facts)
    const relation = facts && relationTo(facts, actor.person)
    if (no || !stored || !facts || !relation) return no ?? refuse('not-found')
    return { stored, facts, relation }
  }

  async atNote(actor: Actor, note: NoteId, action: Action): Promise<SeatAtNote | Refusal> {
    const row = isUuid(note) ? await this.notes.find(actor, note) : null
    if (!row) return refuse('not-found')
    const seat = await this.atSession(actor, row.session, action)
    return 'refused' in seat ? seat : { ...seat, row }
  }

  async discipline(actor: Actor, caseId: CaseId): Promise<Discipline> {
    return (await this.cases.one(actor.clinic, caseId, actor.person))?.discipline ?? 'counselling'
  }

  /** The session as a note says it. */
  async told(actor: Actor, stored: StoredSession): Promise<NoteSession> {
    return { ...withoutPeople(stored), present: await this.sessions.present(actor, stored) }
  }

  async sessionsOf(actor: Actor, caseId: CaseId): Promise<readonly NoteSession[]> {
    return (await this.sessions.ofCase(actor, caseId)).map((stored) => ({
      ...withoutPeople(stored),
      present: [],
    }))
  }
}

function withoutPeople(stored: StoredSession): Omit<NoteSession, 'present'> {
  const { session, caseId, number, kind, place, minutes, state, scheduledFor, steps } = stored
  const at = (wanted: StoredSession['state']) => steps.find((step) => step.state === wanted)?.at ?? null
  const times = { startedAt: at('live'), endedAt: at('ended') }
  return { session, caseId, number, kind, place, minutes, state, scheduledFor, ...times }
}
