/**
 * The forms that notes are written in: docs/spec/notes.md (NO4, NO15).
 *
 * - `GET /api/note-forms` → {@link NoteForms}; `POST` {@link TemplateBody} → {@link NoteTemplate}
 * - `GET /api/note-forms/:form/blank?paper=A4` → PDF; `:form` is a built-in kind or a template's id
 *
 * Refused: 403 `not-yours`; 404 `not-found`; 409 `words-changed` (another version came in between); 413 `too-large`.
 */
import { z } from 'zod/mini'
import { DISCIPLINES } from '../case/discipline.js'
import {
  templateNameSchema,
  templateSectionsSchema,
  type NoteTemplate,
  type TemplateId,
} from '../note/template.js'
import { id, revision } from '../sync/shapes.js'

export const paperSchema = z.strictObject({ paper: z.enum(['A4', 'Letter']) })
export type PaperQuery = z.infer<typeof paperSchema>

/** A template anew, or over its version `after`; 0 before there was one. */
export const templateSchema = z.strictObject({
  template: id<TemplateId>(),
  after: revision,
  name: templateNameSchema,
  disciplines: z.array(z.enum(DISCIPLINES)).check(z.maxLength(DISCIPLINES.length)),
  sections: templateSectionsSchema,
  retired: z.boolean(),
})
export type TemplateBody = z.infer<typeof templateSchema>

export interface NoteForms {
  readonly templates: readonly NoteTemplate[]
  readonly mayWrite: boolean
}
