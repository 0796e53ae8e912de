import { refusalOf } from '@accord/domain/access/may'
import type { Actor, Subject } from '@accord/domain/access/subject'
import { MOST_TEMPLATES, type NoteTemplate } from '@accord/domain/note/template'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type { NoteForms, TemplateBody } from '@accord/domain/rest/note-form'
import { Injectable } from '@nestjs/common'
import { Clock } from '../config/clock.js'
import { TemplateRepository } from './template.repository.js'

/** The forms that a clinic makes for itself. (NO4) */
@Injectable()
export class TemplateService {
  constructor(
    private readonly templates: TemplateRepository,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor): Promise<NoteForms | Refusal> {
    const clinic = ofClinic(actor)
    const no = refusalOf(actor, 'note-form.read', clinic)
    if (no) return no
    const templates = await this.templates.current(actor)
    return { templates, mayWrite: refusalOf(actor, 'note-form.write', clinic) === null }
  }

  async write(actor: Actor, { after, ...body }: TemplateBody): Promise<NoteTemplate | Refusal> {
    const no = refusalOf(actor, 'note-form.write', ofClinic(actor))
    if (no) return no
    const current = await this.templates.current(actor)
    const before = current.find(({ template }) => template === body.template)
    if ((before?.version ?? 0) !== after) return refuse('words-changed')
    if (!before && current.length >= MOST_TEMPLATES) return refuse('too-large')
    const made = { ...body, version: after + 1 }
    return (await this.templates.add(actor, made, this.clock.now())) ? made : refuse('words-changed')
  }
}

function ofClinic({ clinic }: Actor): Subject {
  return { kind: 'clinic', clinic }
}
