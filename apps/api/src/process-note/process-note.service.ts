import { whoMay } from '@accord/domain/access/who-may'
import { refusalOf } from '@accord/domain/access/may'
import type { Actor, ProcessNoteOf } from '@accord/domain/access/subject'
import type { SessionId } from '@accord/domain/ids'
import { isRefusal, refuse, type Refusal } from '@accord/domain/refusal'
import type { OwnProcessNote, ProcessNoteBody } from '@accord/domain/rest/process-note'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { Clock } from '../config/clock.js'
import { SessionService } from '../session/session.service.js'
import type { StoredSession } from '../session/session.repository.js'
import { PrivatePages } from './private-pages.js'

interface Found {
  readonly session: StoredSession
  readonly readers: OwnProcessNote['readers']
}

/** What a practitioner writes about a session for themselves, apart from the record. docs/spec/process-notes.md */
@Injectable()
export class ProcessNoteService {
  constructor(
    private readonly access: AccessService,
    private readonly sessions: SessionService,
    private readonly pages: PrivatePages,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor, session: SessionId): Promise<OwnProcessNote | Refusal> {
    const found = await this.find(actor, session, 'process-note.read')
    if (isRefusal(found)) return found
    const page = await this.pages.read('process-note', actor, session)
    const words = page?.words?.toString('utf8') ?? ''
    return { words, version: page?.version ?? 0, at: page?.at ?? null, readers: found.readers }
  }

  async write(actor: Actor, session: SessionId, body: ProcessNoteBody): Promise<OwnProcessNote | Refusal> {
    const found = await this.find(actor, session, 'process-note.write')
    if (isRefusal(found)) return found
    const { after, words } = body
    const stamp = { version: after + 1, at: this.clock.now() }
    const page = { ...stamp, words: words === '' ? null : words }
    const isKept = await this.pages.keep('process-note', actor, found.session, page)
    return isKept ? { ...stamp, words, readers: found.readers } : refuse('words-changed')
  }

  async remove(actor: Actor, session: SessionId): Promise<OwnProcessNote | Refusal> {
    const found = await this.find(actor, session, 'process-note.write')
    if (isRefusal(found)) return found
    await this.pages.remove(actor, session)
    return { words: '', version: 0, at: null, readers: found.readers }
  }

  /** The note of whoever asks; to everybody else there is none. (PN4) */
  private async find(
    actor: Actor,
    id: SessionId,
    action: 'process-note.read' | 'process-note.write',
  ): Promise<Found | Refusal> {
    const session = await this.sessions.find(actor, id)
    const facts = session && (await this.access.factsOfCase(actor.clinic, session.caseId))
    if (!session || !facts || session.state === 'cancelled') return refuse('not-found')
    const subject: ProcessNoteOf = { kind: 'process-note', writer: actor.person, facts }
    const no = refusalOf(actor, action, subject)
    return no ?? { session, readers: whoMay('process-note.read', subject) }
  }
}
