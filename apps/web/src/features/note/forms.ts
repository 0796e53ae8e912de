import type { Discipline } from '@accord/domain/case/discipline'
import type { NoteForm } from '@accord/domain/note/content'
import type { NoteKind } from '@accord/domain/note/kind'
import type { NoteTemplate } from '@accord/domain/note/template'
import type { NoteDesk } from '@accord/domain/rest/note'

/** The forms that a discipline writes in, the usual one first. */
const OF_DISCIPLINE: Readonly<Record<Discipline, readonly NoteKind[]>> = {
  psychotherapy: ['soap', 'dap', 'birp', 'girp', 'intake', 'free'],
  counselling: ['soap', 'dap', 'birp', 'girp', 'intake', 'free'],
  massage: ['massage', 'soap', 'intake', 'free'],
  reiki: ['reiki', 'soap', 'intake', 'free'],
}

/** A first meeting is written as an intake, unless its writer chooses otherwise. */
export function firstForm({ discipline, session }: NoteDesk): NoteForm {
  const [usual = 'free'] = OF_DISCIPLINE[discipline]
  return { kind: session.kind === 'getting-to-know-you' ? 'intake' : usual }
}

/** A form as it is chosen in a list. */
export interface FormChoice {
  readonly id: string
  readonly form: NoteForm
}

/** The discipline's own forms, then the clinic's for it, and the one that the note is in whatever that is. */
export function formChoices({ discipline, templates }: NoteDesk, present: NoteForm): readonly FormChoice[] {
  const offered = [
    ...OF_DISCIPLINE[discipline].map((kind): NoteForm => ({ kind })),
    ...templates.filter(({ disciplines }) => isFor(disciplines, discipline)).map(formOf),
  ]
  const all = offered.map((form) => ({ id: formId(form), form }))
  return all.some(({ id }) => id === formId(present)) ? all : [...all, { id: formId(present), form: present }]
}

export function formId(form: NoteForm): string {
  return form.kind === 'template' ? `${form.template}.${form.version}` : form.kind
}

function isFor(disciplines: readonly Discipline[], discipline: Discipline): boolean {
  return disciplines.length === 0 || disciplines.includes(discipline)
}

function formOf({ template, version, name, sections }: NoteTemplate): NoteForm {
  return { kind: 'template', template, version, name, sections }
}
