import { useState } from 'react'

export interface Attempt {
  readonly run: (work: () => Promise<void>) => void
  readonly isPending: boolean
  readonly error: unknown
}

/** Something that is tried once at a time; the next try forgets why the last one failed. */
export function useAttempt(): Attempt {
  const [isPending, setIsPending] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const run = (work: () => Promise<void>) => {
    if (isPending) return
    setIsPending(true)
    setError(null)
    void work()
      .catch((reason: unknown) => setError(reason ?? new Error('unknown')))
      .finally(() => setIsPending(false))
  }
  return { run, isPending, error }
}

/** The device did not answer, or its person broke it off: nothing was changed. */
export class BrokenOff extends Error {}
