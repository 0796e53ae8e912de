/**
 * What two people leave with when their work ends. At both apps, each for its own people: (EN1–EN12)
 *
 * - `GET /api/cases/:caseId/ending` → {@link EndingPage}
 * - `POST /api/cases/:caseId/ending` → {@link EndingPage}: the practitioner
 * - `POST /api/cases/:caseId/ending/acts` {@link EndingActBody} → {@link EndingPage}: the parties
 * - `POST /api/cases/:caseId/ending/closing` {@link CloseEndingBody} → {@link EndingPage}: the practitioner
 * - `POST /api/cases/:caseId/ending/addenda` {@link AddendumBody} → {@link EndingPage}: the parties
 * - `GET /api/cases/:caseId/ending/pdf?paper=A4` → `application/pdf`
 *
 * At the console, for administrators:
 * - `GET /api/clinic/reading-days` → {@link ReadingDays}
 * - `PUT /api/clinic/reading-days` {@link ReadingDaysBody} → {@link ReadingDays}
 *
 * Refused: 404 `not-found`, `unknown-goal`; 403 `not-yours`, `read-only`, `reading-over`; 409 `case-closed`, `already-exists`,
 * `words-changed`, `nothing-to-agree-to`, `note-moved-on` (the pack is closed, or not closed yet); 413 `too-large`.
 */
import { z } from 'zod/mini'
import { ENDING_BOXES, ENDING_LISTS, LONGEST_BOX, LONGEST_LINE } from '../ending/box.js'
import type { EndingHalf } from '../ending/decide.js'
import type { EndingDraft, EndingId, LineId } from '../ending/draft.js'
import type { HelpedStep } from '../ending/helped.js'
import { READING_DAYS } from '../ending/reading.js'
import type { ClosedPack } from '../ending/text.js'
import type { CaseId, GoalId, PersonId } from '../ids.js'
import { line } from '../people/shapes.js'
import type { UrgentNumber } from '../safety/urgent-numbers.js'
import { hash, id, newId, revision } from '../sync/shapes.js'
import type { PersonName } from '../sync/wire.js'
import { hasForbiddenCharacter } from '../text/characters.js'

const goal = id<GoalId>()
const lineId = newId<LineId>()
/** May be empty: a box can be emptied again. */
const boxWords = z.string().check(
  z.maxLength(LONGEST_BOX),
  z.refine((words) => !hasForbiddenCharacter(words)),
)

/** Body of `POST …/acts`. (EN2–EN6) */
export const endingActSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('add'),
    line: lineId,
    list: z.enum(ENDING_LISTS),
    words: line(LONGEST_LINE),
  }),
  z.strictObject({ kind: z.literal('write'), box: z.enum(ENDING_BOXES), after: revision, words: boxWords }),
  z.strictObject({ kind: z.literal('keep'), goal }),
  z.strictObject({ kind: z.literal('leave'), goal }),
  z.strictObject({ kind: z.literal('move'), line: lineId, before: z.nullable(lineId) }),
  z.strictObject({ kind: z.literal('cross'), line: lineId }),
  z.strictObject({ kind: z.literal('uncross'), line: lineId }),
  z.strictObject({ kind: z.literal('say'), hash }),
  z.strictObject({ kind: z.literal('unsay') }),
])
export type EndingActBody = z.infer<typeof endingActSchema>

/** The words that the practitioner closes: those on their screen. (EN7) */
export const closeEndingSchema = z.strictObject({ hash })
export type CloseEndingBody = z.infer<typeof closeEndingSchema>

/** @param after how many addenda there were on the writer's screen */
export const addendumSchema = z.strictObject({
  after: revision,
  words: boxWords.check(z.trim(), z.minLength(1)),
})
export type AddendumBody = z.infer<typeof addendumSchema>

/** A goal that can be kept, as the plan words it now. (EN3) */
export interface KeepableGoal {
  readonly goal: GoalId
  readonly name: string
  readonly statement: string
}

export interface Addendum {
  readonly number: number
  readonly by: PersonId
  readonly at: number
  readonly words: string
}

/** Where the pack of a case is. Times in ms. */
export type EndingState =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'open'
      readonly ending: EndingId
      readonly begun: { readonly by: PersonId; readonly at: number }
      readonly draft: EndingDraft
      /** Names the present words. (EN6) */
      readonly hash: string
      readonly halves: readonly EndingHalf[]
      /** Everybody stands behind the present words. */
      readonly isAllSaid: boolean
      readonly goals: readonly KeepableGoal[]
      /** Steps whose words can be taken over as what helps. (EN13) */
      readonly helped: readonly HelpedStep[]
    }
  | {
      readonly kind: 'closed'
      readonly begun: { readonly by: PersonId; readonly at: number }
      readonly pack: ClosedPack
      readonly hash: string
      readonly closedBy: PersonId
      readonly addenda: readonly Addendum[]
    }

/** Answer of everything that is asked about one pack. */
export interface EndingPage {
  readonly caseId: CaseId
  readonly state: EndingState
  /** Everybody named in the case, parties first, ended ones included. */
  readonly people: readonly PersonName[]
  /** Everybody who may read it now, by the access rule itself. (CL20) */
  readonly readers: readonly PersonId[]
  /** The practice's numbers as they are now. (EN5) */
  readonly urgent: readonly UrgentNumber[]
  /** When the case closed; null while it is open. */
  readonly closedAt: number | null
  /** Until when clients and guardians read; null while the case is open. (EN10) */
  readonly readUntil: number | null
  /** For how many days after a close that is still to come. */
  readonly readDays: number
  readonly mayBegin: boolean
  readonly mayWrite: boolean
  readonly mayClose: boolean
}

export const readingDaysSchema = z.strictObject({
  after: revision,
  days: z.int().check(z.minimum(READING_DAYS.fewest), z.maximum(READING_DAYS.most)),
})
export type ReadingDaysBody = z.infer<typeof readingDaysSchema>

/** For how many days clients read on after a close. (EN10, EN11) */
export interface ReadingDays {
  readonly days: number
  /** 0 while the practice set none. */
  readonly version: number
  readonly changed: { readonly name: string; readonly at: number } | null
}
