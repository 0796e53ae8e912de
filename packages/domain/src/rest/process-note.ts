/**
 * A practitioner's process note on a session [psychotherapy note, 45 CFR 164.501]: theirs alone, apart from the record. To
 * everybody else it does not exist. docs/spec/process-notes.md
 *
 * - `GET /api/sessions/:session/process-note` → {@link OwnProcessNote}
 * - `PUT /api/sessions/:session/process-note` {@link ProcessNoteBody} → {@link OwnProcessNote}
 * - `POST /api/sessions/:session/process-note/delete` → {@link OwnProcessNote}, which is none
 *
 * Refused: 404 `not-found`; 409 `words-changed` (another version came in between).
 */
import { z } from 'zod/mini'
import type { PersonId } from '../ids.js'
import { revision } from '../sync/shapes.js'
import { hasForbiddenCharacter } from '../text/characters.js'

/** In UTF-16 code units. */
export const LONGEST_PROCESS_NOTE = 20_000

/** `after` is the version that was read; 0 before there was one. Empty words are taken off the disk. */
export const processNoteSchema = z.strictObject({
  after: revision,
  words: z.string().check(
    z.maxLength(LONGEST_PROCESS_NOTE),
    z.refine((text) => !hasForbiddenCharacter(text)),
  ),
})
export type ProcessNoteBody = z.infer<typeof processNoteSchema>

export interface OwnProcessNote {
  readonly words: string
  /** 0 where there is none. */
  readonly version: number
  /** When it was saved last, in ms; null before it was. */
  readonly at: number | null
  /** Everybody who can read it, by the rule that the server itself asks. (PN4) */
  readonly readers: readonly PersonId[]
}
