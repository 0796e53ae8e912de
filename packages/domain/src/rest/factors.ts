/**
 * How one signs in oneself: passkeys, a code app with recovery codes, the password, and the devices that one is signed in
 * on. Everything here is one's own; what changes it asks for a fresh factor first. (ID24–ID40)
 *
 * - `GET /api/me/ways` → {@link Ways}
 * - `POST /api/me/passkeys/options` {} → {@link PasskeyOptions}; `POST /api/me/passkeys` {@link NewPasskeyBody} → {@link Ways}
 * - `POST /api/me/passkeys/:passkey/remove` {} → {@link Ways}; 404; 409 `last-way`
 * - `POST /api/me/code-app` {} → {@link CodeAppBegun}; `POST /api/me/code-app/confirm` {@link CodeBody} →
 *   {@link CodeAppConfirmed}; 403 `wrong-proof`
 * - `POST /api/me/code-app/remove` {} → {@link Ways}; 409 `last-way` for staff who have nothing else
 * - `POST /api/me/fresh/options` {} → {@link PasskeyOptions}; `POST /api/me/fresh` {@link FreshBody} → 204; 403 `wrong-proof`
 * - `POST /api/me/password` {@link NewPasswordBody} → {@link Ways}; 403 `wrong-proof` where `current` isn’t it; 400 `weak-password`
 * - `POST /api/me/devices/:device/end` {} → {@link Ways}; `POST /api/me/devices/end-others` {} → {@link Ways}
 */
import { z } from 'zod/mini'
import type { Audience } from '../access/subject.js'
import { LONGEST_PASSWORD } from '../people/password.js'
import { passkeyAnswerSchema } from './passkey.js'

/** Somewhere that somebody is signed in. Times in ms. */
export interface Device {
  readonly id: string
  /** Browser and system, such as `Firefox · Windows`; empty where neither is known. */
  readonly device: string
  readonly audience: Audience
  readonly since: number
  readonly seen: number
  /** Whether it is the one that asks. */
  readonly isHere: boolean
}

export interface OwnPasskey {
  readonly id: string
  readonly device: string
  readonly since: number
  readonly used: number | null
}

export interface Ways {
  readonly hasPassword: boolean
  readonly passkeys: readonly OwnPasskey[]
  /** Null where there is no code app. */
  readonly codeApp: { readonly recoveryCodesLeft: number } | null
  readonly devices: readonly Device[]
  /** What a fresh proof is given by, the best first. */
  readonly proveBy: 'passkey' | 'code' | 'password'
}

/** Shown once: as a picture, and as letters to type. */
export interface CodeAppBegun {
  readonly secret: string
  readonly address: string
}

/** Shown once, to be kept on paper. */
export interface CodeAppConfirmed {
  readonly recoveryCodes: readonly string[]
}

export const codeSchema = z.strictObject({ code: z.string().check(z.minLength(6), z.maxLength(20)) })
export type CodeBody = z.infer<typeof codeSchema>

const passwordSchema = z.string().check(z.minLength(1), z.maxLength(LONGEST_PASSWORD))

/** One proof that whoever holds the device is its person: which, is decided by what they have. */
export const freshSchema = z.union([
  z.strictObject({ passkey: passkeyAnswerSchema }),
  z.strictObject({ code: z.string().check(z.minLength(6), z.maxLength(40)) }),
  z.strictObject({ password: passwordSchema }),
])
export type FreshBody = z.infer<typeof freshSchema>

/** A new password, and the one before; null where there was none. */
export const newPasswordSchema = z.strictObject({
  current: z.nullable(passwordSchema),
  password: passwordSchema,
})
export type NewPasswordBody = z.infer<typeof newPasswordSchema>
