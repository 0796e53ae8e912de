import { useMemo } from 'react'
import { frameOf, type Frames } from '@accord/domain/replay/frames'
import { jumpsOf, type Jump } from '@accord/domain/replay/jumps'
import type { Stretch } from '@accord/domain/replay/stretches'
import { layOut, type TimelineLayout } from '@accord/domain/replay/timeline'
import { passes, type MomentFilter } from './replay-filters.js'

/** Where one can go, as frames in order. */
export interface Waymarks {
  /** Where the moments end that the filters leave. */
  readonly stops: readonly number[]
  readonly jumps: Readonly<Record<Jump | 'stretch', readonly number[]>>
  readonly layout: TimelineLayout
}

const NO_PINS: readonly number[] = []

export function useWaymarks(
  frames: Frames,
  stretches: readonly Stretch[],
  filter: MomentFilter,
  pins = NO_PINS,
): Waymarks {
  const layout = useMemo(() => layOut(frames, stretches), [frames, stretches])
  const stops = useMemo(
    () =>
      frames.stops.filter((stop) => {
        const told = frames.moments[frames.momentOf[stop] ?? -1]
        return told !== undefined && passes(filter, told)
      }),
    [frames, filter],
  )
  const jumps = useMemo(() => {
    const found = jumpsOf(frames.moments, pins)
    const asFrames = (seqs: readonly number[]) => seqs.map((seq) => frameOf(frames, seq))
    return {
      agreed: asFrames(found.agreed),
      lapsed: asFrames(found.lapsed),
      deletion: asFrames(found.deletion),
      comment: asFrames(found.comment),
      stretch: asFrames(stretches.flatMap(({ moments }) => moments[0]?.lastSeq ?? [])),
    }
  }, [frames, stretches, pins])
  return useMemo(() => ({ stops, jumps, layout }), [stops, jumps, layout])
}
