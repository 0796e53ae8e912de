import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Film } from '@accord/domain/replay/film'
import { frameOf, neighbour, type Frames } from '@accord/domain/replay/frames'
import { waitOf, type Speed } from '@accord/domain/replay/pace'

/** So much of a replay happens at once at least, in ms: no more often than a screen draws. */
const DRAWN_EVERY = 16

export interface Player {
  /** The frame that is shown, counted from 0. */
  readonly frame: number
  readonly isPlaying: boolean
  readonly speed: Speed
  readonly skipsQuiet: boolean
  readonly goTo: (frame: number) => void
  readonly goToSeq: (seq: number) => void
  /** To the next or the previous of some frames, given in order; stays where there is none. */
  readonly step: (stops: readonly number[], way: 1 | -1) => void
  readonly togglePlaying: () => void
  readonly setSpeed: (speed: Speed) => void
  readonly setSkipsQuiet: (skips: boolean) => void
}

/**
 * Where a replay is, and how it goes on. Whoever moves it by hand stops it. (RP9, RP10)
 * @param startSeq the entry with which it begins; the last one when null
 */
export function usePlayer(film: Film, frames: Frames, startSeq: number | null): Player {
  const last = Math.max(0, frames.seqs.length - 1)
  const [place, setPlace] = useState({ frames, frame: startSeq === null ? last : frameOf(frames, startSeq) })
  const [isPlaying, setPlaying] = useState(false)
  const [speed, setSpeed] = useState<Speed>(1)
  const [skipsQuiet, setSkipsQuiet] = useState(true)
  // Other frames, such as those of another goal: the replay stays at the same time.
  const seq = place.frames.seqs[place.frame] ?? 0
  const frame = place.frames === frames ? place.frame : frameOf(frames, seq)
  const show = useCallback((next: number) => setPlace({ frames, frame: next }), [frames])
  const goTo = useCallback(
    (next: number) => {
      setPlaying(false)
      show(Math.min(last, Math.max(0, next)))
    },
    [last, show],
  )
  usePlaying(isPlaying && frame < last, () => {
    const [next, wait] = nextOf(film, frames, frame, (gap) => waitOf(gap, speed, skipsQuiet))
    return [wait, () => (show(next), next >= last && setPlaying(false))]
  })
  return useMemo(
    () => ({
      ...{ frame, isPlaying: isPlaying && frame < last, speed, skipsQuiet, goTo, setSpeed, setSkipsQuiet },
      goToSeq: (to) => goTo(frameOf(frames, to)),
      step: (stops, way) => goTo(neighbour(stops, frame, way) ?? frame),
      togglePlaying: () => {
        // At the end there is nothing to play but the whole of it.
        if (frame >= last) show(0)
        setPlaying(!isPlaying || frame >= last)
      },
    }),
    [frame, frames, goTo, isPlaying, last, show, skipsQuiet, speed],
  )
}

type Turn = readonly [wait: number, then: () => unknown]

function usePlaying(isPlaying: boolean, turnOf: () => Turn): void {
  const [wait, then] = isPlaying ? turnOf() : [0, () => undefined]
  useEffect(() => {
    if (!isPlaying) return undefined
    const timer = setTimeout(then, wait)
    return () => clearTimeout(timer)
  })
}

/** The next frame to draw and the wait before it; what happens faster than a screen draws happens at once. */
function nextOf(
  film: Film,
  { seqs }: Frames,
  frame: number,
  wait: (gap: number) => number,
): readonly [number, number] {
  const timeOf = (at: number) => film.entries[(seqs[at] ?? 1) - 1]?.at ?? 0
  let next = frame + 1
  let waited = wait(timeOf(next) - timeOf(frame))
  while (waited < DRAWN_EVERY && next < seqs.length - 1) {
    next += 1
    waited += wait(timeOf(next) - timeOf(next - 1))
  }
  return [next, waited]
}
