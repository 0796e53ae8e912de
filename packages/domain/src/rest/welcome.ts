/**
 * A way to sign in by a link of one's own: the first one, or a new one. `PORTAL/welcome#TOKEN` for clients and guardians,
 * `CONSOLE/welcome#TOKEN` for staff. Opening it burns nothing; before it is used, its person proves who they are by
 * something that the link does not carry. (ID16–ID19, CL7–CL9)
 *
 * - `POST /api/people/:id/first-sign-in` {@link InviteBody} → 201 {@link FirstSignIn} (administrator); ends the link made
 *   before; 404; 409 `disabled-person`, and `already-exists` for somebody who signs in already
 * - `POST /api/people/:id/reset` → 201 {@link ResetBegun} (administrator): a letter with a link to its person, and a code to
 *   give them in person; without a mail server the link to hand over, and a code that somebody else tells; 404;
 *   409 `disabled-person`, `no-mail-server` (and nobody else to tell the code)
 * - `GET /api/reset-codes` → {@link ResetCodesToTell} (staff)
 * - `POST /api/reset` {@link ResetBody} → 204, whoever asks and whatever the address is; 429 `too-fast`
 * - `POST /api/welcome/look` {@link LinkToken} → {@link Welcome}, without a sign-in, at the link's app; else 410 `link-spent`
 * - `POST /api/welcome/prove` {@link ProveBody} → {@link Proven}; 403 `wrong-proof`, the fifth of which ends the link
 * - `POST /api/welcome/passkey/options` {@link ProveBody} → {@link PasskeyOptions}
 * - `POST /api/welcome/passkey` {@link WelcomePasskeyBody} → 200 {@link Self} and a cookie
 * - `POST /api/welcome` {@link WelcomeBody} → 200 {@link Self} and a cookie; 410 `link-spent`; 400 `weak-password`; 429 `too-fast`
 */
import { z } from 'zod/mini'
import { LONGEST_PASSWORD } from '../people/password.js'
import { newPasskeySchema } from './passkey.js'
import { token } from './set-up.js'

/** Body of `POST /api/people/:id/first-sign-in`: by a letter, or as a link to hand over. */
export const inviteSchema = z.strictObject({ by: z.enum(['letter', 'hand']) })
export type InviteBody = z.infer<typeof inviteSchema>

/** Shown once, kept nowhere. `link` is null where a letter carries it. `expiresAt` in ms. */
export interface FirstSignIn {
  readonly link: string | null
  /** Six digits, to be given in person; the link asks for them, or for the date of birth. */
  readonly code: string
  readonly expiresAt: number
}

/** With a mail server a letter carries the link; without one it is handed over, and others tell the code. (ID40) */
export type ResetBegun =
  | { readonly kind: 'by-letter'; readonly code: string; readonly expiresAt: number }
  | {
      readonly kind: 'by-hand'
      readonly link: string
      /** The names of those who are shown the code. */
      readonly tellers: readonly string[]
      readonly expiresAt: number
    }

/** A code that the asker tells its person, and nobody else. Answer of `GET /api/reset-codes`. (ID40) */
export interface ResetCodeToTell {
  readonly link: string
  readonly name: string
  readonly code: string
  readonly expiresAt: number
}

export interface ResetCodesToTell {
  readonly codes: readonly ResetCodeToTell[]
}

export const resetSchema = z.strictObject({ email: z.string().check(z.minLength(1), z.maxLength(254)) })
export type ResetBody = z.infer<typeof resetSchema>

/** What its person may prove themselves by: the day they were born, a code given in person, their code app. */
export type ProofKind = 'birth-date' | 'code' | 'app'

/** Answer of `POST /api/welcome/look`: no more than a stranger who found the letter may know. */
export interface Welcome {
  /** The first of their names. */
  readonly called: string
  readonly clinic: string
  readonly purpose: 'welcome' | 'reset'
  readonly proofs: readonly ProofKind[]
}

const proof = z.strictObject({
  kind: z.enum(['birth-date', 'code', 'app']),
  value: z.string().check(z.minLength(1), z.maxLength(40)),
})
export type Proof = z.infer<typeof proof>

export const proveSchema = z.strictObject({ token, proof })
export type ProveBody = z.infer<typeof proveSchema>

/** Answer of `POST /api/welcome/prove`. */
export interface Proven {
  readonly name: string
  readonly email: string
}

/** Body of `POST /api/welcome`. `passwordTrouble` of people/password.ts says beforehand what the server would refuse. */
export const welcomeSchema = z.strictObject({
  token,
  proof,
  password: z.string().check(z.minLength(1), z.maxLength(LONGEST_PASSWORD)),
})
export type WelcomeBody = z.infer<typeof welcomeSchema>

export const welcomePasskeySchema = z.strictObject({ token, proof, passkey: newPasskeySchema })
export type WelcomePasskeyBody = z.infer<typeof welcomePasskeySchema>
