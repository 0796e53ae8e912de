import type { GoalId } from '../ids.js'
import type { Film } from './film.js'
import type { ToldMoment } from './chronicle.js'

/** What of a film is shown: all of it, or what is about one goal. (RP2) */
export interface Frames {
  /** The numbers of the entries that are shown, in order. */
  readonly seqs: readonly number[]
  /** For each of them the place of its moment in {@link moments}. */
  readonly momentOf: readonly number[]
  /** The moments that are shown, in the order in which they began. */
  readonly moments: readonly ToldMoment[]
  /** Where each moment ends, in order: the frames that one steps to, moment by moment. */
  readonly stops: readonly number[]
}

/** The frames of the whole plan, or of one goal alone. (RP2) */
export function framesOf(film: Film, goal: GoalId | null): Frames {
  const places = new Map<number, number>()
  const moments = film.moments.filter((told, index) => {
    if (goal !== null && told.goal !== goal) return false
    places.set(index, places.size)
    return true
  })
  const seqs: number[] = []
  const momentOf: number[] = []
  const ends = new Set<number>()
  film.momentOf.forEach((index, at) => {
    const place = places.get(index)
    if (place === undefined) return
    if (moments[place]?.lastSeq === at + 1) ends.add(seqs.length)
    seqs.push(at + 1)
    momentOf.push(place)
  })
  return { seqs, momentOf, moments, stops: [...ends] }
}

/** The last frame at or before an entry; the first one when there is none. */
export function frameOf({ seqs }: Frames, seq: number): number {
  return Math.max(0, lastAtMost(seqs, seq))
}

/** The next or the previous of some frames, given in order; null when there is none that way. */
export function neighbour(frames: readonly number[], from: number, way: 1 | -1): number | null {
  const at = lastAtMost(frames, way === 1 ? from : from - 1)
  return frames[way === 1 ? at + 1 : at] ?? null
}

/** The index of the last number that is not greater; -1 when all are. */
function lastAtMost(numbers: readonly number[], most: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((numbers[middle] ?? Infinity) <= most) low = middle + 1
    else high = middle
  }
  return low - 1
}
