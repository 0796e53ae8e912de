/**
 * Passkeys [WebAuthn Level 3], each for one of the two apps. A device proves its person by finger, face or its own
 * code; the server keeps a public key and nothing secret. Options are what `navigator.credentials` takes, as JSON.
 *
 * - `POST /api/sign-in/passkey/options` {} → {@link PasskeyOptions}, for whoever has one here
 * - `POST /api/sign-in/passkey` {@link PasskeyAnswer} → 200 {@link Self} and a cookie; 401 `wrong-credentials`; 429 `too-fast`
 */
import { z } from 'zod/mini'

const bytes = (longest: number) => z.string().check(z.regex(/^[\w-]+$/), z.maxLength(longest))

/** What a device answers when it made a passkey. Bytes as base64url. */
export const newPasskeySchema = z.strictObject({
  id: bytes(1_400),
  clientDataJSON: bytes(4_000),
  attestationObject: bytes(8_000),
  transports: z.array(z.string().check(z.regex(/^[a-z-]{2,20}$/))).check(z.maxLength(8)),
})
export type NewPasskeyBody = z.infer<typeof newPasskeySchema>

/** What a device answers when it is asked for one that it has. */
export const passkeyAnswerSchema = z.strictObject({
  id: bytes(1_400),
  clientDataJSON: bytes(4_000),
  authenticatorData: bytes(4_000),
  signature: bytes(4_000),
})
export type PasskeyAnswer = z.infer<typeof passkeyAnswerSchema>

/** Handed to the browser as it is. */
export interface PasskeyOptions {
  readonly options: object
}
