import { z } from 'zod/mini'
import type { Audience, StaffRole } from '../access/subject.js'
import type { Relation } from '../case/relation.js'
import type { ClinicId, PersonId } from '../ids.js'
import type { Tombstone } from '../refusal.js'

/** Body of `POST /api/sign-in`. Answered by a {@link Self} and a cookie. (ID1) */
export const signInSchema = z.strictObject({
  email: z.string().check(z.minLength(1), z.maxLength(254)),
  password: z.string().check(z.minLength(1), z.maxLength(128)),
  /** Of the code app, or a recovery code; asked for with 403 `second-factor-needed` once the password is right. (ID25) */
  code: z.optional(z.string().check(z.minLength(6), z.maxLength(40))),
})
export type SignInBody = z.infer<typeof signInSchema>

/** Body of `POST /api/password`, answered by nothing: whoever holds the device is the person who signed in. (SE13) */
export const passwordSchema = z.strictObject({ password: z.string().check(z.minLength(1), z.maxLength(128)) })
export type PasswordBody = z.infer<typeof passwordSchema>

/** Answer of `GET /api/me`: who is signed in at this app. */
export interface Self {
  readonly person: { readonly id: PersonId; readonly name: string; readonly email: string }
  readonly clinic: { readonly id: ClinicId; readonly name: string; readonly demo: boolean }
  readonly audience: Audience
  readonly roles: readonly StaffRole[]
  /** Whether nothing else is open until there is a second factor. (ID24) */
  readonly mustEnrol: boolean
}

/** Answer of `GET /api/sign-in`, which needs no sign-in: who is signed in at this app, if anybody. */
export interface SignInState {
  readonly self: Self | null
}

/** Somebody whom the demo clinic's sign-in page offers with one click. */
export interface DemoPerson {
  readonly name: string
  readonly email: string
  readonly relation: Relation
}

/** Answer of `GET /api/clinic`, which needs no sign-in. `demo` is null in a real clinic. (ID6) */
export interface ClinicGreeting {
  readonly name: string
  readonly demo: { readonly password: string; readonly people: readonly DemoPerson[] } | null
  /** Where the other app is: the portal for the console and the console for the portal. */
  readonly otherApp: string
  /** Whether letters leave by a mail server, or wait in the outbox for a person to hand them over. (ID12) */
  readonly sendsLetters: boolean
}

/** Body of every answer that is a refusal. `retryAfter` in seconds. */
export interface RefusalAnswer {
  readonly code: string
  readonly message: string
  readonly retryAfter?: number
  /** With the code `erased`. (ER5) */
  readonly erased?: Tombstone
}
