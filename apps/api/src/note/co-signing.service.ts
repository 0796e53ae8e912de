import type { Actor } from '@accord/domain/access/subject'
import type { NoteId } from '@accord/domain/ids'
import { afterAct, refusalOfCoSigner } from '@accord/domain/note/state'
import { isRefusal, refuse, type Refusal } from '@accord/domain/refusal'
import type { NoteView } from '@accord/domain/rest/note'
import { Injectable } from '@nestjs/common'
import { NoteSeats } from './note-seats.js'
import { NoteSignatures } from './note-signatures.js'
import { NoteViews } from './note-views.js'

/** What a supervisor answers to a request to co-sign. (NO11) */
@Injectable()
export class CoSigningService {
  constructor(
    private readonly seats: NoteSeats,
    private readonly views: NoteViews,
    private readonly signatures: NoteSignatures,
  ) {}

  /**
   * @param hash of the text that the supervisor read
   * @param words why it is returned; null to co-sign
   */
  async answer(
    actor: Actor,
    note: NoteId,
    { hash, words }: { readonly hash: string; readonly words: string | null },
  ): Promise<NoteView | Refusal> {
    const seat = await this.seats.atNote(actor, note, 'note.co-sign')
    if (isRefusal(seat)) return seat
    const { row, facts } = seat
    const no = refusalOfCoSigner({ author: row.author, coSigner: actor.person }, facts.supervisors)
    const to = afterAct(row.state, words === null ? 'co-sign' : 'return')
    if (no || isRefusal(to)) return no ?? (isRefusal(to) ? to : refuse('note-moved-on'))
    const { signed } = await this.views.view(actor, seat)
    if (signed.at(-1)?.hash !== hash) return refuse('words-changed')
    const done = await this.signatures.coSign(actor, seat, { words, at: this.seats.clock.now() }, to)
    if (!done) return refuse('note-moved-on')
    const after = await this.seats.atNote(actor, note, 'note.read')
    return isRefusal(after) ? after : this.views.view(actor, after)
  }
}
