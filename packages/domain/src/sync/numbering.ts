import type { RefusalCode } from '../refusal.js'

/** Refusals that pass by themselves: the words stay, and are sent again under the same number. (LP12) */
const PASSING: readonly RefusalCode[] = [
  'too-fast',
  'storage-unavailable',
  'resync',
  'out-of-order',
  'sharing-paused',
]

export function passes(code: RefusalCode): boolean {
  return PASSING.includes(code)
}

/** What a room remembers of one clientId. A final refusal uses its number up, so no number ever names two operations. (LP3) */
export interface Numbering {
  /** The last number stored in the log; 0 when none. */
  readonly stored: number
  /** The last number that was refused for good since the room was opened, and why. */
  readonly refused: { readonly op: number; readonly code: RefusalCode } | null
}

/** The last number used up, by storing or by refusing. */
export function lastNumber(numbering: Numbering): number {
  return Math.max(numbering.stored, numbering.refused?.op ?? 0)
}

/**
 * What a room remembers once a client said which number is used up: of a refusal by another process, or by this one
 * before it was started anew, nobody else would know, and the number would be given to other words. (LP3)
 */
export function withUsedUp(numbering: Numbering, op: number): Numbering['refused'] {
  return op > lastNumber(numbering) ? { op, code: 'out-of-order' } : numbering.refused
}

/** What an arriving number is: the next one, one answered before, or one out of order. (LP3) */
export function placeOf(numbering: Numbering, op: number): 'next' | 'answered' | 'out-of-order' {
  if (op === lastNumber(numbering) + 1) return 'next'
  return op <= lastNumber(numbering) ? 'answered' : 'out-of-order'
}
