/**
 * Sessions [FHIR Encounter]: docs/spec/sessions.md. For the parties of a case, and its supervisors to read.
 *
 * - `GET /api/sessions` → {@link SessionList}: the asker's own, as a party: live, coming, and lately ended
 * - `GET /api/cases/:caseId/sessions` → {@link CaseSessions}
 * - `POST /api/cases/:caseId/sessions` {@link ScheduleBody} → {@link SessionCard}
 * - `POST /api/cases/:caseId/sessions/settings` {@link SessionSettingsBody} → {@link CaseSessions}
 * - `GET /api/sessions/:session` → {@link SessionBoard}
 * - `POST /api/sessions/:session/start`, `…/cancel`, `…/end`, `…/pause`, `…/resume`, `…/arrive` → {@link SessionBoard}
 * - `POST /api/sessions/:session/show` {@link ShowBody} → {@link SessionBoard}
 * - `POST /api/sessions/:session/agenda` {@link SubjectBody} → {@link SessionBoard}
 * - `POST /api/sessions/:session/agenda/:subject` {@link SubjectStateBody} → {@link SessionBoard}
 * - `POST /api/sessions/:session/closing` {@link ClosingBody} → {@link SessionBoard}
 * - `GET /api/sessions/:session/summary` → {@link SessionSummaryAnswer}
 * - `GET /api/sessions/:session/room` → {@link RoomChecklist}; `POST …/room` {@link RoomBody} → {@link RoomChecklist}
 *
 * Refused: 404 `not-found`; 403 `not-yours`, `read-only`; 409 `case-closed`, `session-moved-on` (it is no longer in the state
 * that this needs, or another session of the case is live), `words-changed` (a later closing line is there).
 */
import { z } from 'zod/mini'
import type { Relation } from '../case/relation.js'
import type { GoalId, LogId, PersonId } from '../ids.js'
import { isSubject, SUBJECT_STATES, type AgendaSubject } from '../session/agenda.js'
import { isCallLink } from '../session/call-link.js'
import { ROOM_FIELDS, type RoomField } from '../session/room.js'
import { SESSION_KINDS, SESSION_PLACES, type Session } from '../session/session.js'
import type { SessionSummary } from '../session/summary.js'
import { count, id, revision } from '../sync/shapes.js'
import type { PersonName } from '../sync/wire.js'
import { hasForbiddenCharacter } from '../text/characters.js'

/** In UTF-16 code units. */
export const LONGEST_CLOSING = 1_000
export const MOST_IN_A_BUDGET = 999

export const scheduleSchema = z.strictObject({
  kind: z.enum(SESSION_KINDS),
  place: z.enum(SESSION_PLACES),
  scheduledFor: count.check(z.maximum(8.64e15)),
  minutes: z.int().check(z.minimum(5), z.maximum(480)),
})
export type ScheduleBody = z.infer<typeof scheduleSchema>

export const sessionSettingsSchema = z.strictObject({
  /** How many sessions were agreed on or are paid for; null where nobody counts. */
  budget: z.nullable(z.int().check(z.positive(), z.maximum(MOST_IN_A_BUDGET))),
  callLink: z.nullable(z.string().check(z.refine(isCallLink))),
})
export type SessionSettingsBody = z.infer<typeof sessionSettingsSchema>

export const showSchema = z.strictObject({ goal: z.nullable(id<GoalId>()) })
export type ShowBody = z.infer<typeof showSchema>

export const subjectSchema = z.strictObject({ words: z.string().check(z.trim(), z.refine(isSubject)) })
export type SubjectBody = z.infer<typeof subjectSchema>

export const subjectStateSchema = z.strictObject({ state: z.enum(SUBJECT_STATES) })
export type SubjectStateBody = z.infer<typeof subjectStateSchema>

/** `after` is the version that was read; 0 before there was one. */
export const closingSchema = z.strictObject({
  after: revision,
  words: z.string().check(
    z.trim(),
    z.maxLength(LONGEST_CLOSING),
    z.refine((words) => !hasForbiddenCharacter(words)),
  ),
})
export type ClosingBody = z.infer<typeof closingSchema>

export const roomSchema = z.strictObject({
  client: id<PersonId>(),
  field: z.enum(ROOM_FIELDS),
  done: z.boolean(),
})
export type RoomBody = z.infer<typeof roomSchema>

/** A session as lists show it. */
export interface SessionCard extends Session {
  readonly plan: LogId
  /** Which of the case's sessions it is, from 1, by their time; those that were cancelled don't count. */
  readonly number: number
  /** What the asker is to the case. */
  readonly relation: Relation
  readonly people: readonly PersonName[]
  /** The clinic's own call; null where there is none, or the session is in a room. (SE14) */
  readonly callLink: string | null
}

/** `at` is the server's time, in ms: clocks of devices differ. */
export interface SessionList {
  readonly at: number
  readonly sessions: readonly SessionCard[]
}

/** How many sessions there are, and how many of them are left; a getting-to-know-you session is not counted. (SE15) */
export interface SessionBudget {
  readonly of: number | null
  readonly used: number
  readonly booked: number
}

export interface CaseSessions extends SessionList {
  readonly budget: SessionBudget
  /** The practitioner's or the clinic's, where the case has none of its own. (SE14) */
  readonly usualCallLink: string | null
  readonly callLink: string | null
}

/** A session with all that both see of it. */
export interface SessionBoard {
  readonly at: number
  readonly card: SessionCard
  readonly agenda: readonly AgendaSubject[]
  /** Who said that they are there, and when, in ms. (SE8) */
  readonly arrived: readonly { readonly person: PersonId; readonly at: number }[]
  /** Who paused sharing; null while the plan is shared. (SE7) */
  readonly pausedBy: PersonId | null
  /** The goal that the practitioner shows; null while they show none. (SE10) */
  readonly showing: GoalId | null
  readonly closing: ClosingLine | null
}

export interface ClosingLine {
  readonly version: number
  readonly words: string
  readonly by: PersonId
  readonly at: number
}

/** What a session left behind; while it is live, so far. Null before it began. */
export interface SessionSummaryAnswer {
  readonly summary: SessionSummary | null
  /** How many entries of the plan's log are of this session, apart from its own beginning and end. */
  readonly entries: number
}

export interface RoomWish {
  readonly client: PersonId
  readonly field: RoomField
  /** As the client wrote it. */
  readonly words: string
  readonly done: boolean
}

export interface RoomChecklist {
  readonly wishes: readonly RoomWish[]
}
