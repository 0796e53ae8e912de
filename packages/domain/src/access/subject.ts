import type { ShownTo } from '../alliance/check-in.js'
import type { CaseFacts, Relation } from '../case/relation.js'
import type { ClinicId, PersonId } from '../ids.js'
import { refuse, type Refusal } from '../refusal.js'
import type { SupervisionFacts } from './supervision-facts.js'

/** Which of the two apps somebody came through. A sign-in at one is worth nothing at the other. (AC6) */
export type Audience = 'console' | 'portal'

/** What a clinic employs somebody as. It opens the console; rights in a case come from the case. */
export type StaffRole = 'practitioner' | 'supervisor' | 'administrator'

/** Who is asking. */
export interface Actor {
  readonly person: PersonId
  readonly clinic: ClinicId
  readonly audience: Audience
  readonly roles: readonly StaffRole[]
}

/** A log that one person has to themselves: a client's or practitioner's drafts, a practitioner's private notes. (DR1, DR2) */
export interface OwnLog {
  readonly kind: 'own-log'
  readonly log: 'draft' | 'private'
  readonly writer: PersonId
  readonly facts: CaseFacts
}

/** What one client of a case wrote about how they like things. (CL18) */
export interface ComfortOfClient {
  readonly kind: 'comfort'
  readonly client: PersonId
  readonly facts: CaseFacts
}

/** What one client answered after one session. (CI3) */
export interface CheckInOfClient {
  readonly kind: 'check-in'
  readonly client: PersonId
  /** For whom they left it, and whether they have met again since; null before they said anything. */
  readonly shown: { readonly shownTo: ShownTo; readonly hasTalked: boolean } | null
  readonly facts: CaseFacts
}

/** What one practitioner wrote about a session for themselves. (PN4) */
export interface ProcessNoteOf {
  readonly kind: 'process-note'
  readonly writer: PersonId
  readonly facts: CaseFacts
}

/** A case that somebody has no part in, and what was opened of it in an emergency. (EM3, EM5) */
export interface EmergencyInCase {
  readonly kind: 'emergency'
  readonly facts: CaseFacts
  /** The clients took supervision back, and with it the asker's way in. */
  readonly isWithheld: boolean
  /** Null before anything was opened. */
  readonly opening: { readonly openedBy: PersonId; readonly isStanding: boolean } | null
}

/** What is asked about. */
export type Subject =
  | { readonly kind: 'door' }
  | { readonly kind: 'self' }
  | { readonly kind: 'clinic'; readonly clinic: ClinicId }
  | { readonly kind: 'case'; readonly facts: CaseFacts }
  | OwnLog
  | { readonly kind: 'client'; readonly facts: ClientFacts }
  | { readonly kind: 'supervision'; readonly facts: SupervisionFacts }
  | ComfortOfClient
  | CheckInOfClient
  | ProcessNoteOf
  | EmergencyInCase

/** What access rules need to know of a client or guardian, apart from their cases. */
export interface ClientFacts {
  readonly clinic: ClinicId
  /** Live practitioners of the cases in which they have a part now. */
  readonly practitioners: readonly PersonId[]
}

/** Which app somebody comes through to a case. (AC6) */
export const OWN_APP: Readonly<Record<Exclude<Relation, 'administrator'>, Audience>> = {
  practitioner: 'console',
  supervisor: 'console',
  client: 'portal',
  guardian: 'portal',
}

/** Whoever has no relation to a case learns only what somebody learns of a case that does not exist. (AC5) */
export const ABSENT: Refusal = refuse('not-found')

/** Administrators manage people and the outside of cases, at the console; nothing clinical. (AC3, CL4) */
export function administers(actor: Actor, clinic: ClinicId): boolean {
  return actor.clinic === clinic && actor.audience === 'console' && actor.roles.includes('administrator')
}

/** What everybody of a clinic may. */
export function refusalInClinic(actor: Actor | null, subject: Subject): Refusal | null {
  if (!actor) return refuse('not-signed-in')
  return subject.kind === 'clinic' && subject.clinic === actor.clinic ? null : refuse('not-yours')
}
