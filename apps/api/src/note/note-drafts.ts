import type { Actor } from '@accord/domain/access/subject'
import type { NoteId } from '@accord/domain/ids'
import type { NoteContent } from '@accord/domain/note/content'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type { NoteDesk, NoteDraft } from '@accord/domain/rest/note'
import { Injectable } from '@nestjs/common'
import { Clock } from '../config/clock.js'
import { sqlStateOf } from '../database/failures.js'
import { KeyStore } from '../history/key-store.js'
import { newUuid } from '../history/new-uuid.js'
import { SessionService } from '../session/session.service.js'
import { seal, unseal } from './note-seal.js'
import type { NoteSeat } from './note-seats.js'
import { openSigned } from './note-views.js'
import { NoteRepository } from './note.repository.js'
import { NoteWritingRepository } from './note-writing.repository.js'

const UNIQUE_VIOLATION = '23505'

/** A draft that somebody wants to have kept, over the version that they read. */
interface Wished {
  readonly after: number
  readonly content: NoteContent
}

/** What is written and not signed yet; its author's alone. (NO7) */
@Injectable()
export class NoteDrafts {
  constructor(
    private readonly notes: NoteRepository,
    private readonly writing: NoteWritingRepository,
    private readonly keys: KeyStore,
    private readonly sessions: SessionService,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor, { stored }: NoteSeat, note: NoteId): Promise<NoteDraft | null> {
    const row = await this.notes.draft(actor, note)
    if (!row) return null
    const { version, savedAt } = row
    const place = { what: 'draft', note, number: version } as const
    return {
      note,
      version,
      savedAt,
      content: unseal(row.content, place, this.keys.open(stored.plan)) as NoteContent,
    }
  }

  /** The last note that they signed in this case, for carrying forward. (NO7) */
  async last(actor: Actor, { stored }: NoteSeat): Promise<NoteDesk['last']> {
    const row = await this.notes.lastSigned(actor, stored.caseId, stored.session)
    const header = row && (await this.notes.find(actor, row.note))
    const session = header && (await this.sessions.find(actor, header.session))
    if (!row || !session) return null
    const { at, content } = openSigned(row, this.keys.open(stored.plan))
    return { number: session.number, at, content }
  }

  /** The first save of two at once makes the note; the other one hears that there is one now. */
  async begin(actor: Actor, { stored }: NoteSeat, { after, content }: Wished): Promise<NoteDraft | Refusal> {
    if (after !== 0) return refuse('words-changed')
    const at = this.clock.now()
    const note = newUuid(at) as NoteId
    const sealed = this.sealed(stored, { note, version: 1, content })
    const made = await this.won(
      this.writing.begin(
        actor,
        { note, caseId: stored.caseId, session: stored.session, at },
        { ...sealed, at },
      ),
    )
    if (!made) return refuse('words-changed')
    await this.begun(actor, stored)
    return { note, version: 1, savedAt: at, content }
  }

  async save(
    actor: Actor,
    { stored }: NoteSeat,
    { note, after, content }: Wished & { readonly note: NoteId },
  ): Promise<NoteDraft | Refusal> {
    const at = this.clock.now()
    const version = after + 1
    const sealed = this.sealed(stored, { note, version, content })
    const saved = await this.writing.save(actor, { ...sealed, at })
    if (!saved) return refuse('words-changed')
    await this.begun(actor, stored)
    return { note, version, savedAt: at, content }
  }

  /** Whoever saves next brings it there, where the first could not; another's note may have done so already. (SE1) */
  private async begun(actor: Actor, { session, state }: NoteSeat['stored']): Promise<void> {
    if (state === 'ended') await this.sessions.move(actor, session, 'noted')
  }

  private sealed(
    { plan }: NoteSeat['stored'],
    { note, version, content }: Pick<NoteDraft, 'note' | 'version' | 'content'>,
  ) {
    const key = this.keys.open(plan)
    const place = { what: 'draft', note, number: version } as const
    return { note, version, keyVersion: key.version, content: seal(content, place, key) }
  }

  private async won(work: Promise<void>): Promise<boolean> {
    try {
      await work
      return true
    } catch (error) {
      if (sqlStateOf(error) === UNIQUE_VIOLATION) return false
      throw error
    }
  }
}
