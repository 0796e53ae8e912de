import type { Actor } from '@accord/domain/access/subject'
import { liveParties } from '@accord/domain/case/party'
import { isUuid, type SessionId } from '@accord/domain/ids'
import type { NoteContent, NoteForm } from '@accord/domain/note/content'
import { sectionIds } from '@accord/domain/note/content'
import { isSectionName } from '@accord/domain/note/kind'
import { quoteKey } from '@accord/domain/note/quote'
import { mayFollow } from '@accord/domain/note/state'
import { isRefusal, refuse, type Refusal } from '@accord/domain/refusal'
import type { DraftBody, NoteDesk, NoteDraft } from '@accord/domain/rest/note'
import { Injectable } from '@nestjs/common'
import { NoteDrafts } from './note-drafts.js'
import { NoteSeats, type NoteSeat } from './note-seats.js'
import { NoteViews } from './note-views.js'
import { SessionQuotes } from './session-quotes.js'
import { TemplateRepository } from './template.repository.js'

const OVER: readonly NoteSeat['stored']['state'][] = ['ended', 'noted', 'signed']

/** What the writer of a note has before them, and what they write. (NO1–NO7) */
@Injectable()
export class NoteDeskService {
  constructor(
    private readonly seats: NoteSeats,
    private readonly views: NoteViews,
    private readonly drafts: NoteDrafts,
    private readonly quotes: SessionQuotes,
    private readonly templates: TemplateRepository,
  ) {}

  async read(actor: Actor, session: SessionId): Promise<NoteDesk | Refusal> {
    const seat = await this.seats.atSession(actor, session, 'note.read')
    if (isRefusal(seat)) return seat
    const { stored, facts, relation } = seat
    const isOver = OVER.includes(stored.state)
    const row = await this.seats.notes.own(actor, session)
    const writes = relation === 'practitioner' && isOver && (row === null || mayFollow(row.state, 'write'))
    const [told, discipline, people, own, draft, quotable, last, templates] = await Promise.all([
      this.seats.told(actor, stored),
      this.seats.discipline(actor, stored.caseId),
      this.seats.access.peopleOfCase(actor.clinic, stored.caseId),
      row && row.signedVersion > 0 ? this.views.view(actor, { ...seat, row }) : null,
      row && writes ? this.drafts.read(actor, seat, row.note) : null,
      writes ? this.quotes.of(actor, stored) : [],
      writes ? this.drafts.last(actor, seat) : null,
      this.templates.current(actor),
    ])
    const hasGuardian = liveParties(facts.parties).some((party) => party.relation === 'guardian')
    const coSigners = facts.supervisors.filter((person) => person !== actor.person)
    return {
      ...{
        at: this.seats.clock.now(),
        session: told,
        discipline,
        people,
        hasGuardian,
        own,
        draft,
        quotable,
        last,
      },
      ...{ templates: templates.filter(({ retired }) => !retired), coSigners, mayWrite: writes },
    }
  }

  /** Saves a draft over the version that was read; the first makes the note, and the session noted. (NO7) */
  async save(actor: Actor, session: SessionId, body: DraftBody): Promise<NoteDraft | Refusal> {
    const seat = await this.seats.atSession(actor, session, 'note.write')
    if (isRefusal(seat)) return seat
    if (!OVER.includes(seat.stored.state)) return refuse('session-moved-on')
    const row = await this.seats.notes.own(actor, session)
    if (row && !mayFollow(row.state, 'write')) return refuse('note-moved-on')
    const content = await this.contentOf(actor, seat, body)
    if (isRefusal(content)) return content
    return row
      ? this.drafts.save(actor, seat, { note: row.note, after: body.after, content })
      : this.drafts.begin(actor, seat, { after: body.after, content })
  }

  /** What is quoted is looked up in the plan's log: nobody says what it says but the log. (NO6) */
  private async contentOf(actor: Actor, seat: NoteSeat, body: DraftBody): Promise<NoteContent | Refusal> {
    const form = await this.formOf(actor, body.form)
    if (form === null) return refuse('not-found')
    const own = sectionIds(form)
    const isKnown = body.sections.every(({ section }) => own.includes(section) || isPlace(section))
    if (!isKnown || !own.every((name) => body.sections.some(({ section }) => section === name)))
      return refuse('malformed')
    const known = body.quotes.length === 0 ? [] : await this.quotes.of(actor, seat.stored)
    const wanted = new Set(body.quotes)
    const quotes = known.filter((quote) => wanted.has(quoteKey(quote)))
    if (quotes.length !== wanted.size) return refuse('not-found')
    return { form, sections: body.sections, quotes, marks: body.marks }
  }

  private async formOf(actor: Actor, form: DraftBody['form']): Promise<NoteForm | null> {
    if (form.kind !== 'template') return form
    const found = await this.templates.version(actor, form.template, form.version)
    if (!found) return null
    const { template, version, name, sections } = found
    return { kind: 'template', template, version, name, sections }
  }
}

/** A section that came over from another form: built in, or of another template. (NO3) */
function isPlace(section: string): boolean {
  return isSectionName(section) || isUuid(section)
}
