import type { Frames } from './frames.js'
import type { Stretch } from './stretches.js'

/** What one entry within a moment takes up, where a moment takes up 1. */
const KEYSTROKE = 0.08
/** What lies between two stretches, however long it was. (RP11) */
const GAP = 2.4
/** Round what happened in a stretch. */
const MARGIN = 0.9

/** Where a stretch lies on the line, from 0 to 1. */
export interface Band {
  readonly stretch: Stretch
  readonly from: number
  readonly to: number
}

/** A line on which moments stand in order, and quiet gaps are short. (RP11) */
export interface TimelineLayout {
  readonly bands: readonly Band[]
  /** Where each frame is, from 0 to 1, in order. */
  readonly places: readonly number[]
}

/** Lays a replay out: each moment takes its place, each entry in it a little, each gap between stretches the same. */
export function layOut(frames: Frames, stretches: readonly Stretch[]): TimelineLayout {
  const { seqs, momentOf, moments } = frames
  const stretchOf = new Map(
    stretches.flatMap((stretch, index) => stretch.moments.map((told) => [told, index])),
  )
  const raw: number[] = []
  const edges = stretches.map(() => ({ from: Infinity, to: 0 }))
  let at = 0
  let [lastMoment, lastStretch] = [-1, -1]
  seqs.forEach((_seq, frame) => {
    const moment = momentOf[frame] ?? 0
    const told = moments[moment]
    const index = (told && stretchOf.get(told)) ?? 0
    // Two who write across midnight can alternate between stretches; the line goes on in the later one.
    const isNext = index > lastStretch
    if (isNext) at += (lastStretch < 0 ? 0 : GAP) + MARGIN * 2
    else at += moment === lastMoment ? KEYSTROKE : 1
    raw.push(at)
    lastMoment = moment
    lastStretch = Math.max(lastStretch, index)
    const edge = edges[lastStretch]
    if (edge) {
      edge.from = Math.min(edge.from, at - MARGIN)
      edge.to = at + MARGIN
    }
  })
  const whole = at + MARGIN * 2
  return {
    bands: stretches.flatMap((stretch, index) => {
      const edge = edges[index]
      return edge && edge.to > 0 ? [{ stretch, from: edge.from / whole, to: edge.to / whole }] : []
    }),
    places: raw.map((place) => place / whole),
  }
}

/** The frame nearest to a place on the line. */
export function frameNear({ places }: TimelineLayout, place: number): number {
  let low = 0
  let high = places.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((places[middle] ?? 0) < place) low = middle + 1
    else high = middle
  }
  const before = places[low - 1]
  return before !== undefined && place - before < (places[low] ?? 0) - place ? low - 1 : Math.max(0, low)
}
