/**
 * The people of a clinic. Administrators at the console; a client's particulars also for the practitioner of a live
 * case of theirs. Nothing here is clinical. (CL4–CL6)
 *
 * - `GET /api/people` → {@link People} (administrator)
 * - `POST /api/clients` {@link ClientBody} → 201 {@link Client} (administrator); 409 `email-taken`
 * - `GET /api/clients/:id` → {@link Client} (administrator, practitioner of a live case of theirs)
 * - `PUT /api/clients/:id` {@link ClientBody} → {@link Client} (the same); 409 `email-taken`
 * - `POST /api/clients/:id/death` {@link DeathBody} → {@link Client} (the same); 409 `words-changed`
 * - `POST /api/staff` {@link StaffBody} → 201 {@link StaffMember} (administrator); 409 `email-taken`
 * - `PUT /api/staff/:id` {@link StaffBody} → {@link StaffMember} (administrator); 409 `email-taken`, `last-administrator`
 * - `POST /api/people/:id/disable` and `POST /api/people/:id/enable` → 204 (administrator); 409 `own-account`
 *
 * A person of another clinic does not exist: 404 `not-found`. Whoever is no administrator: 403 `not-yours`.
 */
import { z } from 'zod/mini'
import type { StaffRole } from '../access/subject.js'
import type { PartyRelation } from '../case/party.js'
import type { CaseId, PersonId } from '../ids.js'
import { LONGEST_DEATH_REASON } from '../people/death.js'
import { day, email, language, line, LONGEST_NAME, phone } from '../people/shapes.js'
import { revision } from '../sync/shapes.js'
import { cleanText } from '../text/characters.js'

/** How far somebody is with signing in: never asked, holds a link, has a password, or may not come in any more. */
export type SignInState = 'not-invited' | 'invited' | 'active' | 'disabled'

/** Body of `POST /api/clients` and `PUT /api/clients/:id` [FHIR Patient]; null where nothing is known. */
export const clientSchema = z.strictObject({
  name: line(LONGEST_NAME),
  pronouns: z.nullable(line(60)),
  /** The language that they like to be spoken to in. */
  language: z.nullable(language),
  /** Signs in with it; nobody else in the house may have it. */
  email,
  phone: z.nullable(phone),
  /** `YYYY-MM-DD`. */
  dateOfBirth: z.nullable(day),
  emergencyContact: z.nullable(z.strictObject({ name: line(LONGEST_NAME), relation: line(100), phone })),
})
export type ClientBody = z.infer<typeof clientSchema>

/** A client with everything that is kept about how to reach them. */
export interface Client extends ClientBody {
  readonly id: PersonId
  readonly signIn: SignInState
  readonly death: ClientDeath
}

/** What is known of somebody's death: nothing at version 0. (CL23) */
export interface ClientDeath {
  readonly version: number
  /** Null while they live, as far as the clinic knows. */
  readonly day: string | null
  /** Of the last correction; null where it was noted once. */
  readonly reason: string | null
  /** Who noted it last, and when, in ms. */
  readonly by: string | null
  readonly at: number | null
}

/** Body of `POST /api/clients/:id/death` [FHIR Patient.deceasedDateTime]; `over` is the version that was read. */
export const deathSchema = z.strictObject({
  over: revision,
  day: z.nullable(day),
  reason: z.nullable(
    z.string().check(
      z.maxLength(LONGEST_DEATH_REASON),
      z.refine((said) => said.trim() !== '' && cleanText(said) === said),
    ),
  ),
})
export type DeathBody = z.infer<typeof deathSchema>

const STAFF_ROLES = ['practitioner', 'supervisor', 'administrator'] as const satisfies readonly StaffRole[]

/** Body of `POST /api/staff` and `PUT /api/staff/:id`. */
export const staffSchema = z.strictObject({
  name: line(LONGEST_NAME),
  email,
  roles: z.array(z.enum(STAFF_ROLES)).check(
    z.minLength(1),
    z.refine((roles) => new Set(roles).size === roles.length),
  ),
})
export type StaffBody = z.infer<typeof staffSchema>

export interface StaffMember extends StaffBody {
  readonly id: PersonId
  readonly signIn: SignInState
}

/** A client or guardian as the list shows them. */
export interface ClientRow {
  readonly id: PersonId
  readonly name: string
  readonly pronouns: string | null
  readonly email: string
  readonly signIn: SignInState
  /** The cases in which they have a part now. */
  readonly cases: readonly { readonly caseId: CaseId; readonly relation: PartyRelation }[]
}

/** Answer of `GET /api/people`. Both by name. */
export interface People {
  readonly staff: readonly StaffMember[]
  readonly clients: readonly ClientRow[]
}
