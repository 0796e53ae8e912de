import type { Discipline } from '@accord/domain/case/discipline'
import { uuidV7 } from '@accord/domain/ids'
import type { NoteTemplate, TemplateId, TemplateSection } from '@accord/domain/note/template'

/** A form as it is being made or changed. */
export interface TemplateDraft {
  readonly template: TemplateId
  /** The version that was read; 0 for a new one. */
  readonly after: number
  readonly name: string
  readonly disciplines: readonly Discipline[]
  readonly sections: readonly TemplateSection[]
  readonly retired: boolean
}

export function newSection(): TemplateSection {
  return { id: newId(), title: '', help: '' }
}

export function newTemplate(): TemplateDraft {
  const template = newId() as TemplateId
  return { template, after: 0, name: '', disciplines: [], sections: [newSection()], retired: false }
}

export function draftOf({ version, ...template }: NoteTemplate): TemplateDraft {
  return { ...template, after: version }
}

/** True when it can be kept: everything is called something. */
export function isWhole({ name, sections }: TemplateDraft): boolean {
  return name.trim() !== '' && sections.length > 0 && sections.every(({ title }) => title.trim() !== '')
}

function newId(): string {
  return uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
}
