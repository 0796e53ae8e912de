import type { Actor } from '@accord/domain/access/subject'
import { refusalOf } from '@accord/domain/access/may'
import { isUuid, type NoteId } from '@accord/domain/ids'
import { isNoteKind, sectionIds, type NoteForm } from '@accord/domain/note/content'
import { isSectionName } from '@accord/domain/note/kind'
import type { TemplateId } from '@accord/domain/note/template'
import { isRefusal, refuse, type Refusal } from '@accord/domain/refusal'
import type { PaperQuery } from '@accord/domain/rest/note-form'
import { Injectable } from '@nestjs/common'
import { ClinicService } from '../clinic/clinic.service.js'
import { message } from '../messages/message.js'
import type { Block } from '../paper/paper.js'
import { Press } from '../paper/press.js'
import { blankBlocks, noteBlocks } from './note-blocks.js'
import { NoteReadingService } from './note-reading.service.js'
import { NoteSeats } from './note-seats.js'
import { TemplateRepository } from './template.repository.js'

type Paper = PaperQuery['paper']

/** Notes on paper, and forms to be filled by hand. (NO15) */
@Injectable()
export class NotePrinting {
  constructor(
    private readonly seats: NoteSeats,
    private readonly reading: NoteReadingService,
    private readonly templates: TemplateRepository,
    private readonly clinics: ClinicService,
    private readonly press: Press,
  ) {}

  /** The version that stands; what is not signed is not printed. */
  async note(actor: Actor, note: NoteId, paper: Paper): Promise<Uint8Array | Refusal> {
    const seat = await this.seats.atNote(actor, note, 'note.print')
    if (isRefusal(seat)) return seat
    const [view, settings] = await Promise.all([
      this.reading.view(actor, note),
      this.clinics.settings(actor.clinic),
    ])
    if (isRefusal(view)) return view
    const signed = view.signed.at(-1)
    if (!signed) return refuse('not-found')
    const format = new Intl.DateTimeFormat('en-GB', {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: settings.timeZone,
    })
    const on = {
      clinic: settings.name,
      name: (id: string) => view.people.find(({ person }) => person === id)?.name ?? '',
      when: (at: number) => format.format(at),
    }
    return this.made(noteBlocks(view, signed, on), paper, 'note.paper.foot')
  }

  /** @param named a built-in kind, or a template's id */
  async blank(actor: Actor, named: string, paper: Paper): Promise<Uint8Array | Refusal> {
    const no = refusalOf(actor, 'note-form.read', { kind: 'clinic', clinic: actor.clinic })
    const form = no ? null : await this.formOf(actor, named)
    if (no || !form) return no ?? refuse('not-found')
    const { name: clinic } = await this.clinics.settings(actor.clinic)
    return this.made(blankBlocks(form, helpsOf(form), { clinic }), paper, 'note.paper.blank.foot')
  }

  private async formOf(actor: Actor, named: string): Promise<NoteForm | null> {
    if (isNoteKind(named)) return { kind: named }
    if (!isUuid(named)) return null
    const all = await this.templates.current(actor)
    const found = all.find(({ template }) => template === (named as TemplateId))
    if (!found) return null
    const { template, version, name, sections } = found
    return { kind: 'template', template, version, name, sections }
  }

  private async made(
    blocks: readonly Block[],
    paper: Paper,
    key: 'note.paper.foot' | 'note.paper.blank.foot',
  ): Promise<Uint8Array | Refusal> {
    const printed = await this.press.print({
      ...{ blocks, paper },
      foot: { key, values: {} },
      at: this.seats.clock.now(),
    })
    // Others are being printed, or this one is too long to be: either is told as "not just now". (RV14)
    return printed.kind === 'made' ? printed.made : refuse('too-fast', printed.kind)
  }
}

function helpsOf(form: NoteForm): Readonly<Record<string, string>> {
  if (form.kind === 'template') return Object.fromEntries(form.sections.map(({ id, help }) => [id, help]))
  return Object.fromEntries(
    sectionIds(form).flatMap((name) => (isSectionName(name) ? [[name, message(`note.help.${name}`)]] : [])),
  )
}
