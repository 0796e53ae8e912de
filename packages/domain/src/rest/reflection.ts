/**
 * What a practitioner thinks about how they were in a session. Theirs alone and outside the record: to everybody else it does not
 * exist, it is in no export and in no search, and its key is its writer's. (RF)
 *
 * - `GET /api/sessions/:session/reflection` → {@link OwnReflection}
 * - `PUT /api/sessions/:session/reflection` {@link ReflectionBody} → {@link OwnReflection}
 *
 * Refused: 404 `not-found`; 409 `case-closed`, `words-changed` (another version came in between).
 */
import { z } from 'zod/mini'
import { LONGEST_REFLECTION, type ReflectionPart, type ReflectionWords } from '../session/reflection.js'
import { revision } from '../sync/shapes.js'
import { hasForbiddenCharacter } from '../text/characters.js'

const words = z.string().check(
  z.trim(),
  z.maxLength(LONGEST_REFLECTION),
  z.refine((text) => !hasForbiddenCharacter(text)),
)

/** `after` is the version that was read; 0 before there was one. Empty words are taken off the disk. */
export const reflectionSchema = z.strictObject({
  after: revision,
  empathy: words,
  regard: words,
  congruence: words,
  reaction: words,
} satisfies Record<ReflectionPart | 'after', unknown>)
export type ReflectionBody = z.infer<typeof reflectionSchema>

export interface OwnReflection extends ReflectionWords {
  readonly version: number
  /** When it was saved last, in ms; null before it was. */
  readonly at: number | null
}
