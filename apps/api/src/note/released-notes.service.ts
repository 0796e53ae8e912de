import type { Actor } from '@accord/domain/access/subject'
import type { CaseFacts, Relation } from '@accord/domain/case/relation'
import { relationTo } from '@accord/domain/case/relation'
import type { CaseId, NoteId } from '@accord/domain/ids'
import { shownFrom } from '@accord/domain/note/release'
import { isSettled } from '@accord/domain/note/state'
import { isRefusal, refuse, type Refusal } from '@accord/domain/refusal'
import type {
  NoteSession,
  ReleasedLine,
  ReleasedNote,
  ReleasedNotes,
  ReplyBody,
} from '@accord/domain/rest/note'
import type { PersonName } from '@accord/domain/sync/wire'
import { Injectable } from '@nestjs/common'
import type { NoteRow } from './note-rows.js'
import { NoteSeats, type SeatAtNote } from './note-seats.js'
import { NoteSignatures } from './note-signatures.js'
import { NoteViews } from './note-views.js'

/** What clients and guardians read of the notes on their sessions, once it is shown to them. (NO13) */
@Injectable()
export class ReleasedNotesService {
  constructor(
    private readonly seats: NoteSeats,
    private readonly views: NoteViews,
    private readonly signatures: NoteSignatures,
  ) {}

  /** Those that are kept back are named without a reason, so that one can ask. */
  async list(actor: Actor, caseId: CaseId): Promise<ReleasedNotes | Refusal> {
    const facts = await this.seats.inCase(actor, caseId, 'note.for-client')
    if (isRefusal(facts)) return facts
    const [rows, sessions, people] = await Promise.all([
      this.seats.notes.ofCase(actor, caseId),
      this.seats.sessionsOf(actor, caseId),
      this.peopleFor(actor, facts),
    ])
    const notes = rows
      .filter(({ state }) => isSettled(state))
      .flatMap((row) => lineOf(row, sessions, facts, actor))
    return { at: this.seats.clock.now(), notes: notes.sort((a, b) => b.day - a.day), people }
  }

  /** One that is not shown is not there. */
  async read(actor: Actor, note: NoteId): Promise<ReleasedNote | Refusal> {
    const seat = await this.shown(actor, note, 'note.for-client')
    if (isRefusal(seat)) return seat
    const { facts } = seat
    const [view, people] = await Promise.all([this.views.view(actor, seat), this.peopleFor(actor, facts)])
    const signed = view.signed.at(-1)
    if (!signed) return refuse('not-found')
    const coSigning = view.coSignings.find(({ version }) => version === signed.version)
    const { session, author, amendments, replies } = view
    const { at: signedAt, late, hash, content } = signed
    const coSigned = coSigning ? { by: coSigning.by, at: coSigning.at } : null
    return { note, session, author, signedAt, late, coSigned, hash, content, amendments, replies, people }
  }

  /** Says something about a note that is shown to them; what is signed stays as it is. (TO10) */
  async reply(actor: Actor, note: NoteId, { number, words }: ReplyBody): Promise<ReleasedNote | Refusal> {
    const seat = await this.shown(actor, note, 'note.reply')
    if (isRefusal(seat)) return seat
    const { replies } = await this.seats.notes.aftermath(actor, note)
    if (number !== replies.length + 1) return refuse('words-changed')
    const at = this.seats.clock.now()
    const added = await this.signatures.reply(actor, seat, { number, at, words })
    return added ? this.read(actor, note) : refuse('words-changed')
  }

  /** A note that is shown to its reader now; any other is not there. */
  private async shown(
    actor: Actor,
    note: NoteId,
    action: 'note.for-client' | 'note.reply',
  ): Promise<SeatAtNote | Refusal> {
    const seat = await this.seats.atNote(actor, note, action)
    if (isRefusal(seat)) return seat
    const { row, relation } = seat
    const from = isSettled(row.state) ? fromOf(row, relation) : null
    return from === null || from > this.seats.clock.now() ? refuse('not-found') : seat
  }

  private async peopleFor(actor: Actor, { caseId }: CaseFacts): Promise<readonly PersonName[]> {
    return this.seats.access.peopleOfCase(actor.clinic, caseId)
  }
}

function lineOf(
  row: NoteRow,
  sessions: readonly NoteSession[],
  facts: CaseFacts,
  { person }: Actor,
): readonly ReleasedLine[] {
  const session = sessions.find((one) => one.session === row.session)
  const relation = relationTo(facts, person)
  if (!session || !relation) return []
  const { note, author, signedAt } = row
  const day = session.startedAt ?? session.scheduledFor
  return [{ note, number: session.number, day, author, signedAt, shownFrom: fromOf(row, relation) }]
}

function fromOf({ shownTo: to, shownFrom: from }: NoteRow, relation: Relation): number | null {
  if (from === null || (relation !== 'client' && relation !== 'guardian')) return null
  return shownFrom(relation, { to, from })
}
