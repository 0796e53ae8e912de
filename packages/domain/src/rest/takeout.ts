/**
 * What a client takes away of all that they may read about themselves. (TO1–TO9)
 *
 * - `POST /api/me/takeout` {@link TakeoutBody} → `application/zip`: needs a fresh factor, writes the access events first
 *
 * Refused: 403 `not-yours` at the console, `fresh-factor-needed`; 400 `malformed` for a zone that there is not; 429 `too-fast`
 * while others are being made.
 */
import { z } from 'zod/mini'
import type { CheckIn } from '../alliance/check-in.js'
import type { Discipline } from '../case/discipline.js'
import type { Relation } from '../case/relation.js'
import type { CaseId, PersonId } from '../ids.js'
import type { AnswerStatus, GivenAnswers } from '../measure/asked.js'
import type { Question } from '../measure/question.js'
import type { Score } from '../measure/questionnaire.js'
import type { Plan } from '../plan/plan.js'
import type { CommentForClient } from '../review/for-client.js'
import type { AgendaSubject } from '../session/agenda.js'
import type { PersonName } from '../sync/wire.js'
import type { RecordAddendum } from './addenda.js'
import type { BarriersOfClient } from './barriers.js'
import type { ComfortProfile } from './comfort.js'
import type { ClientConsents, ConsentText, DisclosureRow } from './consent.js'
import type { EndingState } from './ending.js'
import type { RecordLook } from './looks.js'
import type { ReleasedLine, ReleasedNote } from './note.js'
import type { RequestRow } from './requests.js'
import type { SafetyPlan } from './safety.js'
import type { ClosingLine, SessionCard } from './session.js'

/** Raised when a reader of the former one would stumble. (TO6) */
export const TAKEOUT_FORMAT = 'accord/takeout/1'

/** `timeZone`: by which clock the PDF tells times. */
export const takeoutSchema = z.strictObject({
  timeZone: z.string().check(z.maxLength(64)),
  paper: z.enum(['A4', 'Letter']),
})
export type TakeoutBody = z.infer<typeof takeoutSchema>

/** A session with what both saw of it. */
export interface TakenSession extends Pick<
  SessionCard,
  'session' | 'number' | 'kind' | 'place' | 'scheduledFor' | 'minutes' | 'state' | 'steps'
> {
  readonly agenda: readonly AgendaSubject[]
  readonly closing: ClosingLine | null
}

/** A questionnaire that was asked of its client, with what they said last and what that comes to. */
export interface TakenQuestionnaire {
  readonly request: string
  readonly caseId: CaseId
  readonly instrument: string
  readonly edition: string
  readonly title: string
  readonly copyright: string
  readonly askedBy: string
  readonly askedAt: number
  readonly questions: readonly Question[]
  /** Null before anything was saved; `at` in ms, of what was said last. */
  readonly said: {
    readonly status: AnswerStatus
    readonly at: number
    readonly answers: GivenAnswers
    /** Null while it was not sent. */
    readonly score: Score | null
  } | null
}

/** Parts of a case that its rules may keep from somebody: a guardian reads no barriers, say. */
export const TAKEN_PARTS = [
  'plan',
  'betweenUs',
  'drafts',
  'sessions',
  'barriers',
  'comfort',
  'safetyPlans',
  'ending',
  'notes',
  'supervisorSaid',
  'consents',
  'disclosures',
  'looks',
] as const
export type TakenPart = (typeof TAKEN_PARTS)[number]

/** `record.json`: one case as its reader may read it. Times in ms. (TO6) */
export interface TakenCase {
  readonly format: typeof TAKEOUT_FORMAT
  readonly madeAt: number
  readonly practice: string
  readonly caseId: CaseId
  readonly discipline: Discipline
  readonly openedAt: number
  readonly closedAt: number | null
  /** Whose copy it is, and what they are to the case. */
  readonly you: { readonly person: PersonId; readonly relation: Relation }
  readonly people: readonly PersonName[]
  /** Clients of the case who died, and on which day. (CL25) */
  readonly deaths: readonly { readonly person: PersonId; readonly day: string }[]
  readonly plan: Plan | null
  /** What client and practitioner keep between them. (CF1) */
  readonly betweenUs: Plan | null
  /** Goals that nobody but their writer sees. (DR1) */
  readonly drafts: Plan | null
  readonly sessions: readonly TakenSession[]
  readonly checkIns: readonly CheckIn[]
  readonly questionnaires: readonly TakenQuestionnaire[]
  readonly barriers: readonly BarriersOfClient[]
  readonly comfort: readonly ComfortProfile[]
  readonly safetyPlans: readonly SafetyPlan[]
  readonly ending: EndingState | null
  readonly notes: readonly ReleasedNote[]
  /** Named, and not shown. (TO3) */
  readonly notesKeptBack: readonly ReleasedLine[]
  readonly supervisorSaid: readonly CommentForClient[]
  readonly consents: readonly ClientConsents[]
  /** The exact words of every version that was answered. */
  readonly consentTexts: readonly ConsentText[]
  readonly disclosures: readonly DisclosureRow[]
  readonly looks: readonly RecordLook[]
  /** What its client and guardian said of what stands in it, replies to notes among it. (AD4, AD7) */
  readonly addenda: readonly RecordAddendum[]
  /** What was asked of the practice about this case, or about everything. (DR10) */
  readonly requests: readonly RequestRow[]
  /** What the rules keep from this reader. */
  readonly notYours: readonly TakenPart[]
}

/** One moment of `history.json`. Times in ms. (TO6) */
export interface TakenMoment {
  readonly log: 'shared' | 'between-us' | 'draft'
  readonly from: number
  readonly to: number
  readonly at: number
  readonly by: PersonId
  readonly what: string
  readonly before: string | null
  readonly after: string | null
  readonly said: readonly string[]
  readonly effects: readonly string[]
}
