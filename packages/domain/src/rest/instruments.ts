/**
 * Instruments that a clinic may use: two that ship, and those that it brings with a licence. (ME8, ME9)
 *
 * - `GET /api/instruments` → {@link InstrumentsPage}
 * - `POST /api/instruments` {@link InstrumentBody} → 201 {@link InstrumentsPage}
 * - `POST /api/instruments/:instrument/state` {@link InstrumentStateBody} → {@link InstrumentsPage}
 *
 * Refused: 403 `not-yours`; 400 `malformed` (the browser has said why before it was sent); 404 `not-found`.
 */
import { z } from 'zod/mini'
import type { FhirQuestionnaire } from '../measure/fhir-questionnaire.js'
import type { ScoringDefinition } from '../measure/questionnaire.js'
import { id } from '../sync/shapes.js'
import { words } from './words.js'

/** That the clinic may use it, in the words of whoever says so. `expiresOn` is a day, or null for no end. */
const attestationSchema = z.strictObject({
  holder: words(200),
  reference: words(200),
  words: words(1_000),
  expiresOn: z.nullable(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
})

/** `of` is the instrument that this is another edition of; null for a new one. */
export const instrumentSchema = z.strictObject({
  of: z.nullable(id<string>()),
  edition: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)),
  questionnaire: z.unknown(),
  scoring: z.unknown(),
  attestation: attestationSchema,
})
export type InstrumentBody = z.infer<typeof instrumentSchema>

export const instrumentStateSchema = z.strictObject({ isActive: z.boolean() })
export type InstrumentStateBody = z.infer<typeof instrumentStateSchema>

export interface Attestation {
  readonly holder: string
  readonly reference: string
  readonly words: string
  readonly expiresOn: string | null
  readonly by: string
  /** In ms. */
  readonly at: number
}

export interface InstrumentCard {
  readonly instrument: string
  readonly edition: string
  readonly title: string
  readonly isBuiltIn: boolean
  readonly isActive: boolean
  /** After its licence has ended results are read on and nothing new is asked. */
  readonly isExpired: boolean
  readonly attestation: Attestation | null
  readonly questionnaire: FhirQuestionnaire
  readonly scoring: ScoringDefinition
}

export interface InstrumentsPage {
  readonly instruments: readonly InstrumentCard[]
}
