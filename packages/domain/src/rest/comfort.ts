/**
 * How the clients of a case like things, in their own words: comfort and culture. Written in the portal by the client,
 * for a child also by a guardian; read by them and at the console by the practitioners and supervisors of now.
 * Administrators see nothing of it, and partners of a couple nothing of each other's. (CL18–CL21)
 *
 * - `GET /api/cases/:caseId/comfort` → {@link ComfortProfiles}: those that the asker may read
 * - `POST /api/cases/:caseId/comfort/:client` {@link ComfortBody} → {@link ComfortProfile}
 *
 * Refused: 404 `not-found`; 403 `not-yours` (practitioner), `read-only` (supervisor); 409 `case-closed`, `words-changed` (there
 * is a later version than the one that was read).
 */
import { z } from 'zod/mini'
import { comfortTrouble, type ComfortWords } from '../case/comfort.js'
import type { CaseId, PersonId } from '../ids.js'
import type { PersonName } from '../sync/wire.js'
import { revision } from '../sync/shapes.js'

const words = z.nullable(
  z.string().check(
    z.trim(),
    z.minLength(1),
    z.refine((text) => comfortTrouble(text) === null),
  ),
)

/** Body of `POST /api/cases/:caseId/comfort/:client`: all of the words, and the version that they were written upon. */
export const comfortSchema = z.strictObject({
  after: revision,
  words: z.strictObject({
    callMe: words,
    languages: words,
    interpreter: words,
    temperature: words,
    light: words,
    sound: words,
    touch: words,
    scent: words,
    wordsToAvoid: words,
  }),
})
export type ComfortBody = z.infer<typeof comfortSchema>

/** One client's words as they stand now. */
export interface ComfortProfile {
  readonly client: PersonId
  readonly name: string
  /** How many times it was saved; 0 while nothing was ever written. */
  readonly version: number
  /** Who saved it last and when, in ms; null while nothing was ever written. */
  readonly changed: { readonly by: PersonId; readonly name: string; readonly at: number } | null
  readonly words: ComfortWords
  /** Everybody who may read it now, and everybody who may write it now, by the access rule itself. (CL20) */
  readonly readers: readonly PersonName[]
  readonly writers: readonly PersonName[]
}

/** Answer of `GET /api/cases/:caseId/comfort`: a profile for every live client whose words the asker may read. */
export interface ComfortProfiles {
  readonly caseId: CaseId
  readonly profiles: readonly ComfortProfile[]
  /** Everybody who may read the plan of the case now, by the access rule itself. (CL20) */
  readonly people: readonly PersonName[]
}
