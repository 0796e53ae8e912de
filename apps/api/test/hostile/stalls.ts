import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'

/** How long the event loop stood still, and while what was sent. Times in ms. */
export interface Stalls {
  /** Ends a stretch and begins the next one; one without a name was not the server's. */
  mark(during: string | null): Promise<void>
  readonly longest: readonly { readonly during: string; readonly ms: number }[]
  readonly over: number
}

const RESOLUTION = 5
const TOO_LONG = 20

/** Who sends the mutants lives in the same process as who answers them, so this is more than the server's part. */
export function watchStalls(): Stalls & { end(): void } {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION })
  histogram.enable()
  const found: { during: string; ms: number }[] = []
  return {
    mark: async (during) => {
      // The delay of a turn is known in the next one.
      await sleep(RESOLUTION + 1)
      const ms = Math.round(histogram.max / 1e6) - RESOLUTION
      histogram.reset()
      if (during !== null && ms > TOO_LONG) found.push({ during, ms })
    },
    get longest() {
      return [...found].sort((a, b) => b.ms - a.ms).slice(0, 5)
    },
    get over() {
      return found.length
    },
    end: () => void histogram.disable(),
  }
}
