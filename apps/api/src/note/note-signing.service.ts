import type { Actor } from '@accord/domain/access/subject'
import type { NoteId } from '@accord/domain/ids'
import { isBlank } from '@accord/domain/note/content'
import { showingOf, type ReleaseChoice } from '@accord/domain/note/release'
import { afterAct, isLate, refusalOfCoSigner } from '@accord/domain/note/state'
import { amendmentHash, noteHash } from '@accord/domain/note/text'
import { isRefusal, refuse, type Refusal } from '@accord/domain/refusal'
import type { AmendBody, NoteView, ReleaseBody, SignBody } from '@accord/domain/rest/note'
import { Injectable } from '@nestjs/common'
import { SessionService } from '../session/session.service.js'
import { NoteDrafts } from './note-drafts.js'
import { NoteSeats, type SeatAtNote } from './note-seats.js'
import { NoteSignatures } from './note-signatures.js'
import { NoteViews } from './note-views.js'

/** What the author of a note does with it: sign, add to it, decide when its client reads it. (NO8–NO13) */
@Injectable()
export class NoteSigningService {
  constructor(
    private readonly seats: NoteSeats,
    private readonly views: NoteViews,
    private readonly drafts: NoteDrafts,
    private readonly signatures: NoteSignatures,
    private readonly sessions: SessionService,
  ) {}

  /** Signs what the writer saw: the hash that they send is of the text that is stored, or nothing is signed. (NO8) */
  async sign(actor: Actor, note: NoteId, body: SignBody): Promise<NoteView | Refusal> {
    const seat = await this.own(actor, note)
    if (isRefusal(seat)) return seat
    const { row, stored, facts } = seat
    const to = afterAct(row.state, body.coSigner === null ? 'sign' : 'ask')
    const coSigner = body.coSigner
    const no = coSigner && refusalOfCoSigner({ author: actor.person, coSigner }, facts.supervisors)
    if (isRefusal(to) || no) return isRefusal(to) ? to : (no ?? refuse('not-yours'))
    const draft = await this.drafts.read(actor, seat, note)
    if (!draft || draft.version !== body.draft) return refuse('words-changed')
    const version = row.signedVersion + 1
    const { content } = draft
    if (isBlank(content)) return refuse('malformed')
    if (noteHash({ note, session: stored.session, version }, content) !== body.hash)
      return refuse('words-changed')
    const at = this.seats.clock.now()
    const endedAt = stored.steps.find(({ state }) => state === 'ended')?.at ?? stored.scheduledFor
    const late = isLate({ endedAt, signedAt: at })
    const signature = { version, draft: draft.version, at, late, coSigner, content, hash: body.hash }
    const signed = await this.signatures.sign(actor, seat, signature, { to, choice: body.release })
    if (!signed) return refuse('words-changed')
    if (stored.state === 'noted') await this.sessions.move(actor, stored.session, 'signed')
    return this.after(actor, note)
  }

  /** Adds to what is signed; the signed words stay as they are. (NO10) */
  async amend(actor: Actor, note: NoteId, body: AmendBody): Promise<NoteView | Refusal> {
    const seat = await this.own(actor, note)
    if (isRefusal(seat)) return seat
    const to = afterAct(seat.row.state, 'amend')
    if (isRefusal(to)) return to
    const { number, hash, words } = body
    if (number !== seat.row.amendments + 1 || amendmentHash({ note, number }, words) !== hash)
      return refuse('words-changed')
    const amended = await this.signatures.amend(
      actor,
      seat,
      { number, at: this.seats.clock.now(), hash, words },
      to,
    )
    return amended ? this.after(actor, note) : refuse('note-moved-on')
  }

  /** Decides anew when its client reads it; every decision is kept. (NO13) */
  async release(actor: Actor, note: NoteId, choice: ReleaseBody): Promise<NoteView | Refusal> {
    const seat = await this.own(actor, note)
    if (isRefusal(seat)) return seat
    const to = afterAct(seat.row.state, 'release')
    if (isRefusal(to)) return to
    const released = await this.signatures.release(actor, seat, decided(choice, this.seats.clock.now()))
    return released ? this.after(actor, note) : refuse('note-moved-on')
  }

  private async own(actor: Actor, note: NoteId): Promise<SeatAtNote | Refusal> {
    const seat = await this.seats.atNote(actor, note, 'note.write')
    if (isRefusal(seat)) return seat
    return seat.row.author === actor.person ? seat : refuse('not-yours')
  }

  private async after(actor: Actor, note: NoteId): Promise<NoteView | Refusal> {
    const seat = await this.seats.atNote(actor, note, 'note.read')
    return isRefusal(seat) ? seat : this.views.view(actor, seat)
  }
}

function decided(choice: ReleaseChoice, at: number) {
  return { choice, at, showing: showingOf(choice, at) }
}
