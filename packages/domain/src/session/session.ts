import type { CaseId, PersonId, SessionId } from '../ids.js'
import { refuse, type Refusal } from '../refusal.js'

/** The life of a session, in its order; `cancelled` ends it before it began. (SE1) */
export const SESSION_STATES = ['scheduled', 'live', 'ended', 'noted', 'signed', 'cancelled'] as const
export type SessionState = (typeof SESSION_STATES)[number]

/** What it is for: work on the plan, or getting to know each other, which needs no goal. (D2) */
export const SESSION_KINDS = ['work', 'getting-to-know-you'] as const
export type SessionKind = (typeof SESSION_KINDS)[number]

/** Where they meet: in a room of the clinic, or each at home over the clinic's own call link. */
export const SESSION_PLACES = ['room', 'remote'] as const
export type SessionPlace = (typeof SESSION_PLACES)[number]

/** When a session came into a state, in ms, and by whom. */
export interface SessionStep {
  readonly state: SessionState
  readonly at: number
  readonly by: PersonId
}

/** A meeting of a case's parties [FHIR Encounter]; a sign-in is never called a session. Times in ms. */
export interface Session {
  readonly session: SessionId
  readonly caseId: CaseId
  readonly kind: SessionKind
  readonly place: SessionPlace
  readonly scheduledFor: number
  readonly minutes: number
  readonly state: SessionState
  /** In the order in which they were made; the first is `scheduled`. */
  readonly steps: readonly SessionStep[]
}

const FOLLOWS: Readonly<Record<SessionState, readonly SessionState[]>> = {
  scheduled: ['live', 'cancelled'],
  live: ['ended'],
  ended: ['noted'],
  noted: ['signed'],
  signed: [],
  cancelled: [],
}

/** A session goes one state at a time and never back. (SE1) */
export function refusalOfStep(from: SessionState, to: SessionState): Refusal | null {
  return FOLLOWS[from].includes(to) ? null : refuse('session-moved-on')
}
