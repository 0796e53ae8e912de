import type { HalfState } from '@accord/domain/agreement/state'

/** Whose half it is: practitioners stand on the left, clients on the right, in every script. */
export type SealSide = 'practitioner' | 'client'

/** One party's part of the ring. Two of them close it; families bring more, who share their side. */
export interface SealHalf {
  readonly side: SealSide
  readonly state: HalfState
}

export const OPEN_HALVES: readonly SealHalf[] = [
  { side: 'practitioner', state: 'off' },
  { side: 'client', state: 'off' },
]

export const AGREED_HALVES: readonly SealHalf[] = [
  { side: 'practitioner', state: 'on' },
  { side: 'client', state: 'on' },
]

/** Closed only when every part is on; then the tick is drawn. */
export function isClosed(halves: readonly SealHalf[]): boolean {
  return halves.length > 0 && halves.every((half) => half.state === 'on')
}
