import { MOMENT_PAUSE } from '../history/moments.js'

/** How fast a replay can run: this many times as fast as people wrote. (RP10) */
export const SPEEDS = [1, 2, 5, 10, 20] as const
export type Speed = (typeof SPEEDS)[number]

/** The longest wait when quiet stretches are skipped, at single speed, in ms. */
const SHORT_WAIT = 1_200

/**
 * How long a replay waits before an entry, in ms: as long as the people did, but where they paused no longer than a
 * moment's pause, or, when quiet stretches are skipped, than it takes to see what happened. (RP10)
 * @param gap between the entry and the one shown before it, in ms
 */
export function waitOf(gap: number, speed: Speed, skipsQuiet: boolean): number {
  return Math.min(Math.max(0, gap), skipsQuiet ? SHORT_WAIT : MOMENT_PAUSE) / speed
}
