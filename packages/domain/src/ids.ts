declare const brand: unique symbol
type Id<Name extends string> = string & { readonly [brand]: Name }

export type ClinicId = Id<'clinic'>
export type PersonId = Id<'person'>
export type CaseId = Id<'case'>
/** Names a log; a plan is the log of a case that all its parties share, so a plan's id is its log's. */
export type LogId = Id<'log'>
export type GoalId = Id<'goal'>
export type StepId = Id<'step'>
/** One browser tab with its pending words. Bound to the person who first wrote with it. (LP3) */
export type ClientId = Id<'client'>
/** One socket. */
export type ConnectionId = Id<'connection'>
/** A meeting of the parties [FHIR Encounter]; a sign-in is never called a session. */
export type SessionId = Id<'session'>
/** What a practitioner writes about a session [FHIR Composition]. */
export type NoteId = Id<'note'>

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** True for a UUID in its canonical, lower-case form. */
export function isUuid(text: string): boolean {
  return UUID.test(text)
}

/** True for a UUID of version 7 in its canonical form; the ids that clients propose are of this kind. (LP7) */
export function isUuidV7(text: string): boolean {
  return UUID_V7.test(text)
}

/**
 * Makes a UUID of version 7 (RFC 9562, 5.7).
 * @param now milliseconds since the Unix epoch
 * @param random 10 random bytes
 */
export function uuidV7(now: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16)
  let time = now
  for (let at = 5; at >= 0; at--) {
    bytes[at] = time % 256
    time = Math.floor(time / 256)
  }
  bytes.set(random.subarray(0, 10), 6)
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
