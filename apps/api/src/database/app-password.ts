import { hkdfSync } from 'node:crypto'

/** The password of the application's role, derived from the wrapping key so that it need not be kept anywhere. */
export function appPassword(wrappingKey: Uint8Array): string {
  const derived = hkdfSync('sha256', wrappingKey, new Uint8Array(0), 'accord/app-role-password/1', 24)
  return Buffer.from(derived).toString('base64url')
}
