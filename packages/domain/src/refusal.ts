import type { RuleCited } from './privacy/retention.js'

/** Why something was not done. Each code has one HTTP status and one sentence in the message catalogue. (LP12) */
export const REFUSAL_CODES = [
  'malformed',
  'too-large',
  'too-fast',
  'not-signed-in',
  'not-yours',
  'read-only',
  'not-found',
  'case-closed',
  'restricted',
  'unknown-goal',
  'unknown-field',
  'already-exists',
  'governed-fact',
  'words-changed',
  'nothing-to-agree-to',
  'bad-changes',
  'bad-character',
  'not-an-inverse',
  'out-of-order',
  'foreign-client',
  'resync',
  'record-differs',
  'not-opened',
  'session-moved-on',
  'note-moved-on',
  'sharing-paused',
  'consent-withheld',
  'reading-over',
  'no-retention-rule',
  'erased',
  'plan-unreadable',
  'storage-unavailable',
] as const

export type RefusalCode = (typeof REFUSAL_CODES)[number]

/** What is left of a record that was erased: when that was, in ms, and the rule by which it was kept until then. (ER5) */
export interface Tombstone {
  readonly at: number
  /** Null where no rule is known. */
  readonly rule: RuleCited | null
}

/** A "no" as a value. `because` is for developers and never holds what a person wrote. */
export interface Refusal {
  readonly refused: RefusalCode
  readonly because?: string
  /** With `erased`. */
  readonly erased?: Tombstone
}

export function refuse(code: RefusalCode, because?: string): Refusal {
  return because === undefined ? { refused: code } : { refused: code, because }
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value
}
