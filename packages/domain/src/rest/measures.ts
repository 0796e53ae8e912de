/**
 * Questionnaires that a practitioner asks a client to fill in. (ME)
 *
 * At the portal, a client's own:
 * - `GET /api/questionnaires` → {@link AskedQuestionnaires}: what waits for them
 * - `GET /api/questionnaires/:request` → {@link OwnQuestionnaire}
 * - `POST /api/questionnaires/:request/answers` {@link AnswersBody} → {@link OwnQuestionnaire}: saved as they go
 *
 * At the console:
 * - `GET /api/cases/:caseId/measures` → {@link MeasuresPage}
 * - `POST /api/cases/:caseId/measures` {@link AskBody} → 201 {@link AskedFor}
 * - `GET /api/measures/thresholds` → {@link ThresholdsPage}
 * - `PUT /api/measures/thresholds` {@link ThresholdBody} → {@link ThresholdsPage}
 *
 * Refused: 404 `not-found`; 403 `not-yours`, `read-only`; 409 `case-closed`, `already-exists` (it is asked already), `words-changed`
 * (another version came in between); 400 `malformed` (an answer that is not offered).
 */
import { z } from 'zod/mini'
import type { CaseId, PersonId } from '../ids.js'
import type { AnswerStatus, GivenAnswers } from '../measure/asked.js'
import type { ItemAlert, Score, ScoringDefinition } from '../measure/questionnaire.js'
import type { Question } from '../measure/question.js'
import { THRESHOLD_USES, type MeasureThreshold, type ThresholdEdition } from '../measure/thresholds.js'
import type { SafetyAlert } from '../safety/alert.js'
import { id, revision } from '../sync/shapes.js'
import type { PersonName } from '../sync/wire.js'
import { words } from './words.js'

export interface AskedQuestionnaire {
  readonly request: string
  readonly title: string
  readonly questions: number
  /** How many are answered already. */
  readonly answered: number
  readonly askedBy: string
  /** In ms. */
  readonly askedAt: number
}

export interface AskedQuestionnaires {
  readonly asked: readonly AskedQuestionnaire[]
}

/** A questionnaire as its client fills it in. */
export interface OwnQuestionnaire {
  readonly request: string
  readonly caseId: CaseId
  readonly title: string
  readonly copyright: string
  readonly questions: readonly Question[]
  /** Answers after which help is shown at once, network or not. (SA5) */
  readonly alerts: readonly ItemAlert[]
  readonly askedBy: string
  readonly askedAt: number
  /** 0 before anything was saved. */
  readonly version: number
  readonly status: AnswerStatus | null
  readonly answers: GivenAnswers
  readonly mayWrite: boolean
  /** Who reads it once it is sent. */
  readonly readers: readonly PersonName[]
}

const said = z.strictObject({
  linkId: z.string().check(z.minLength(1), z.maxLength(64)),
  value: z.nullable(z.number()),
})

/** `after` is the version that it is written upon; `answers` are all of them, the left out as null. */
export const answersSchema = z.strictObject({
  after: revision,
  status: z.enum(['in-progress', 'completed', 'stopped']),
  answers: z.array(said).check(
    z.maxLength(200),
    z.refine((answers) => new Set(answers.map(({ linkId }) => linkId)).size === answers.length),
  ),
})
export type AnswersBody = z.infer<typeof answersSchema>

export const askSchema = z.strictObject({
  client: id<PersonId>(),
  instrument: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)),
})
export type AskBody = z.infer<typeof askSchema>

export interface AskedFor {
  readonly request: string
}

/** One time that a client filled it in. */
export interface MeasureResult {
  readonly request: string
  /** When it was begun and when it was sent, in ms. */
  readonly startedAt: number
  readonly at: number
  readonly isAmended: boolean
  readonly answers: GivenAnswers
  readonly score: Score
  readonly alerts: readonly SafetyAlert[]
}

/** One instrument in one edition over time: editions are never mixed. (ME7) */
export interface MeasureSeries {
  readonly instrument: string
  readonly edition: string
  readonly title: string
  readonly copyright: string
  readonly isBuiltIn: boolean
  readonly questions: readonly Question[]
  readonly scoring: ScoringDefinition
  /** From which difference on a change is reliable; null where nobody said. (ME2) */
  readonly change: MeasureThreshold | null
  /** The earliest first. */
  readonly results: readonly MeasureResult[]
}

/** What was asked and is not sent. */
export interface OpenQuestionnaire {
  readonly request: string
  readonly instrument: string
  readonly title: string
  readonly askedBy: string
  readonly askedAt: number
  /** Whether it was begun is its client's own until it is sent. (ME6) */
  readonly standing: 'asked' | 'stopped'
}

export interface MeasuresOfClient {
  readonly client: PersonId
  readonly name: string
  readonly series: readonly MeasureSeries[]
  readonly open: readonly OpenQuestionnaire[]
}

export interface OfferedInstrument {
  readonly instrument: string
  readonly title: string
  readonly questions: number
}

export interface MeasuresPage {
  readonly caseId: CaseId
  readonly clients: readonly MeasuresOfClient[]
  readonly offered: readonly OfferedInstrument[]
  /** Who reads results now. */
  readonly readers: readonly PersonName[]
  readonly mayAsk: boolean
}

/** Every threshold as it stands, and all that stood before it. (ME3) */
export interface ThresholdsPage {
  readonly rows: readonly MeasureThreshold[]
  /** The latest first. */
  readonly editions: readonly ThresholdEdition[]
}

/** `over` is the edition that its writer had before them; 0 for the default. */
export const thresholdSchema = z.strictObject({
  instrument: words(64),
  version: words(64),
  population: words(200),
  use: z.enum(THRESHOLD_USES),
  over: revision,
  value: z.number().check(z.positive(), z.maximum(100_000)),
  citation: words(500),
  reason: words(500),
})
export type ThresholdBody = z.infer<typeof thresholdSchema>
