/**
 * Check-ins after sessions, and what they show over time. (CI, AL)
 *
 * At the portal, a client's own:
 * - `GET /api/check-ins` → {@link AskedCheckIns}: the sessions that the asker is asked about now
 * - `GET /api/sessions/:session/check-in` → {@link OwnCheckIn}
 * - `POST /api/sessions/:session/check-in` {@link CheckInBody} → {@link OwnCheckIn}
 *
 * At the console:
 * - `GET /api/cases/:caseId/alliance` → {@link AlliancePage}
 * - `POST /api/cases/:caseId/repairs` {@link RepairBody} → 201 {@link RepairStep}
 * - `GET /api/alliance/cues` → {@link AllianceCues}: what is worth asking about, in the asker's cases as a practitioner
 *
 * Refused: 404 `not-found`; 403 `not-yours`, `read-only`; 409 `case-closed`, `words-changed` (another version came in between),
 * `session-moved-on` (it has not ended).
 */
import { z } from 'zod/mini'
import type { AttainmentPoint, Rater } from '../alliance/attainment.js'
import { LONGEST_OPEN_LINE, SHOWN_TO, isUnanswered, type CheckIn } from '../alliance/check-in.js'
import type { HeldSession } from '../alliance/held-sessions.js'
import { LONGEST_REPAIR, type RepairStep } from '../alliance/repair.js'
import type { AllianceCue, AllianceSession } from '../alliance/series.js'
import { STATIONS } from '../alliance/station.js'
import type { CaseId, PersonId, SessionId } from '../ids.js'
import type { AllianceThresholds } from '../measure/thresholds.js'
import { id, revision } from '../sync/shapes.js'
import type { PersonName } from '../sync/wire.js'
import { words } from './words.js'

const rating = z.nullable(z.int().check(z.minimum(0), z.maximum(10)))

/** Body of `POST /api/sessions/:session/check-in`; `answers` is null for "not today", `after` the version that was read. */
export const checkInSchema = z.strictObject({
  after: revision,
  shownTo: z.enum(SHOWN_TO),
  answers: z.nullable(
    z
      .strictObject({
        ratings: z.strictObject({ goals: rating, tasks: rating, bond: rating, heard: rating }),
        words: z.nullable(words(LONGEST_OPEN_LINE)),
      })
      .check(z.refine((answers) => !isUnanswered(answers))),
  ),
})
export type CheckInBody = z.infer<typeof checkInSchema>

/** A session that a client is asked about. */
export interface AskedCheckIn {
  readonly caseId: CaseId
  readonly session: HeldSession
}

export interface AskedCheckIns {
  readonly asked: readonly AskedCheckIn[]
}

/** A client's own check-in after a session, as they see it. */
export interface OwnCheckIn {
  readonly caseId: CaseId
  readonly session: HeldSession
  /** What they said last; null before they said anything. */
  readonly mine: CheckIn | null
  readonly mayWrite: boolean
  /** The practitioners and supervisors of now, to whom it can be shown. */
  readonly people: readonly PersonName[]
}

/** One client's check-ins as far as they are for the reader, and what was done about a dip. */
export interface AllianceOfClient {
  readonly client: PersonId
  readonly name: string
  readonly sessions: readonly AllianceSession[]
  readonly cues: readonly AllianceCue[]
  readonly repairs: readonly RepairStep[]
}

/** Goal attainment after each session, in the order of the sessions, for each who rates. */
export type AttainmentOfCase = Readonly<Record<Rater, readonly AttainmentPoint[]>>

/** Answer of `GET /api/cases/:caseId/alliance`. */
export interface AlliancePage {
  readonly caseId: CaseId
  readonly clients: readonly AllianceOfClient[]
  readonly attainment: AttainmentOfCase
  readonly thresholds: AllianceThresholds
  readonly people: readonly PersonName[]
  readonly mayRecord: boolean
}

/** Something worth asking one client about. (AL3) */
export interface CueOfClient {
  readonly caseId: CaseId
  readonly client: PersonId
  readonly name: string
  readonly cue: AllianceCue
}

/** The oldest first. */
export interface AllianceCues {
  readonly cues: readonly CueOfClient[]
}

/** Body of `POST /api/cases/:caseId/repairs`. */
export const repairSchema = z.strictObject({
  client: id<PersonId>(),
  session: id<SessionId>(),
  step: z.enum(STATIONS),
  words: words(LONGEST_REPAIR),
})
export type RepairBody = z.infer<typeof repairSchema>
