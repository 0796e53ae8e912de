import type { Review } from './review.js'

/** A place in a plan's record. */
interface Place {
  readonly seq: number
  readonly hash: string
}

/** How far the record is signed; null when nothing is. Stretches leave no gap, so the furthest one says it. (RV5) */
export function coveredUpTo({ signatures }: Pick<Review, 'signatures'>): Place | null {
  return signatures.reduce<Place | null>(
    (furthest, { upTo }) => (furthest && furthest.seq >= upTo.seq ? furthest : upTo),
    null,
  )
}

/** How many entries came after what is signed. */
export function changesSinceSigned(review: Review, head: Place): number {
  return Math.max(0, head.seq - (coveredUpTo(review)?.seq ?? 0))
}

/** True when the plan's record goes on past what is signed, or is not the one that was. (RV5) */
export function needsSignatureAgain(review: Review, head: Place): boolean {
  const covered = coveredUpTo(review)
  return covered?.seq !== head.seq || covered.hash !== head.hash
}
