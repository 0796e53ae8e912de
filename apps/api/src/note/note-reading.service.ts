import type { Actor } from '@accord/domain/access/subject'
import { relationTo } from '@accord/domain/case/relation'
import type { CaseId, NoteId } from '@accord/domain/ids'
import { isRefusal, refuse, type Refusal } from '@accord/domain/refusal'
import type { NoteLine, NoteList, NoteSession, NoteView } from '@accord/domain/rest/note'
import { Injectable } from '@nestjs/common'
import { NoteLooks } from './note-looks.js'
import type { NoteRow } from './note-rows.js'
import { NoteSeats } from './note-seats.js'
import { NoteViews } from './note-views.js'

/** A case's notes, for the practice's people. (NO14) */
@Injectable()
export class NoteReadingService {
  constructor(
    private readonly seats: NoteSeats,
    private readonly views: NoteViews,
    private readonly looks: NoteLooks,
  ) {}

  async list(actor: Actor, caseId: CaseId): Promise<NoteList | Refusal> {
    const facts = await this.seats.inCase(actor, caseId, 'note.read')
    if (isRefusal(facts)) return facts
    const [rows, sessions, people] = await Promise.all([
      this.seats.notes.ofCase(actor, caseId),
      this.seats.sessionsOf(actor, caseId),
      this.seats.access.peopleOfCase(actor.clinic, caseId),
    ])
    const at = new Map(sessions.map((session) => [session.session, session]))
    const notes = rows
      .flatMap((row): readonly NoteLine[] => {
        const session = at.get(row.session)
        return session ? [lineOf(row, session)] : []
      })
      .sort((a, b) => b.session.scheduledFor - a.session.scheduledFor)
    const mayWrite = relationTo(facts, actor.person) === 'practitioner'
    const mine = new Set(rows.filter(({ author }) => author === actor.person).map(({ session }) => session))
    const missing = mayWrite ? sessions.filter((session) => isUnwritten(session, mine)).reverse() : []
    return { at: this.seats.clock.now(), notes, missing, people, mayWrite }
  }

  /** A draft is read at its author's desk, and by nobody else. */
  async view(actor: Actor, note: NoteId): Promise<NoteView | Refusal> {
    const seat = await this.seats.atNote(actor, note, 'note.read')
    if (isRefusal(seat)) return seat
    if (seat.row.signedVersion === 0) return refuse('not-found')
    await this.looks.reads(actor, seat)
    return this.views.view(actor, seat)
  }
}

function lineOf(row: NoteRow, session: NoteSession): NoteLine {
  const { note, author, state, signedAt, late, amendments, shownTo: to, shownFrom: from } = row
  const showing = from === null ? null : { to, from }
  return { note, session, author, state, signedAt, late, amendments, showing }
}

/** A session that is over and of which nobody who is asking has written. */
function isUnwritten({ session, state }: NoteSession, mine: ReadonlySet<string>): boolean {
  return state === 'ended' && !mine.has(session)
}
