import type { NoteTemplate } from '@accord/domain/note/template'
import type { TemplateBody } from '@accord/domain/rest/note-form'
import { postJson } from '../../../lib/http.js'

/** Keeps a form as a further version of itself. (NO4) */
export function saveTemplate(body: TemplateBody): Promise<NoteTemplate> {
  return postJson<NoteTemplate>('/api/note-forms', body)
}
