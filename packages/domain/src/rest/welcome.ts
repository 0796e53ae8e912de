/**
 * A first sign-in by a link that the administrator hands over: `PORTAL/welcome#TOKEN` for clients and guardians,
 * `CONSOLE/welcome#TOKEN` for staff. Opening it burns nothing. (CL7–CL9)
 *
 * - `POST /api/people/:id/first-sign-in` → {@link FirstSignIn} (administrator); ends the link made before; 404;
 *   409 `disabled-person`, and `already-exists` for somebody who has a password
 * - `POST /api/welcome/look` {@link LinkToken} → {@link Welcome}, without a sign-in, at the link's app; else 410 `link-spent`
 * - `POST /api/welcome` {@link WelcomeBody} → 200 {@link Self} and a cookie; 410 `link-spent`; 400 `weak-password`; 429 `too-fast`
 */
import { z } from 'zod/mini'
import { LONGEST_PASSWORD } from '../people/password.js'
import { token } from './set-up.js'

/** Answer of `POST /api/people/:id/first-sign-in`: shown once, kept nowhere. `expiresAt` in ms. */
export interface FirstSignIn {
  readonly link: string
  readonly expiresAt: number
}

/** Answer of `POST /api/welcome/look`. */
export interface Welcome {
  readonly name: string
  readonly email: string
  readonly clinic: string
}

/** Body of `POST /api/welcome`. `passwordTrouble` of people/password.ts says beforehand what the server would refuse. */
export const welcomeSchema = z.strictObject({
  token,
  password: z.string().check(z.minLength(1), z.maxLength(LONGEST_PASSWORD)),
})
export type WelcomeBody = z.infer<typeof welcomeSchema>
