import { failureOf } from './request.js'

/** Why the server will never take something as it is, as far as its writer can do anything with it. */
export type WhyRefused = 'closed' | 'gone' | 'resting' | 'other'

const WHY: Readonly<Record<string, WhyRefused>> = {
  'case-closed': 'closed',
  'not-found': 'gone',
  'not-yours': 'gone',
  'read-only': 'gone',
  'reading-over': 'gone',
  erased: 'gone',
  restricted: 'resting',
  malformed: 'other',
  'too-large': 'other',
  'already-exists': 'other',
}

/** Null for what may go another time: no network, nobody signed in, too much at once, a server in trouble. (OF13) */
export function whyRefused(error: unknown): WhyRefused | null {
  const failure = failureOf(error)
  return failure?.kind === 'refused' ? (WHY[failure.code] ?? null) : null
}
