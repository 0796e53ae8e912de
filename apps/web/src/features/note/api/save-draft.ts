import type { NoteContent } from '@accord/domain/note/content'
import { quoteKey } from '@accord/domain/note/quote'
import type { NoteDraft } from '@accord/domain/rest/note'
import { postJson } from '../../../lib/http.js'

/** Saves a draft over the version that was read. (NO7) */
export function saveDraft(session: string, content: NoteContent, after: number): Promise<NoteDraft> {
  const { form, sections, quotes, marks } = content
  const named =
    form.kind === 'template' ? { kind: form.kind, template: form.template, version: form.version } : form
  const body = { after, form: named, sections, quotes: quotes.map(quoteKey), marks }
  return postJson<NoteDraft>(`/api/sessions/${encodeURIComponent(session)}/note`, body)
}
