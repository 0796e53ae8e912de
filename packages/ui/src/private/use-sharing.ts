import { useEffect, useState } from 'react'

/** How far a draft is from being shared. */
export type Sharing =
  | { readonly kind: 'kept' }
  /** Others will see it when the seconds are over; until then it can be kept. */
  | { readonly kind: 'soon'; readonly seconds: number }
  | { readonly kind: 'sharing' }
  | { readonly kind: 'failed'; readonly why: 'unreachable' | 'refused' }

const SECONDS = 5

/** One press shares; for five seconds another keeps it. */
export function useSharing(share: () => Promise<'shared' | 'unreachable' | 'refused'>) {
  const [sharing, setSharing] = useState<Sharing>({ kind: 'kept' })
  const seconds = sharing.kind === 'soon' ? sharing.seconds : null
  useEffect(() => {
    if (seconds === null) return undefined
    const timer = setTimeout(() => {
      if (seconds > 1) {
        setSharing({ kind: 'soon', seconds: seconds - 1 })
        return
      }
      setSharing({ kind: 'sharing' })
      void share().then((end) => {
        if (end !== 'shared') setSharing({ kind: 'failed', why: end })
      })
    }, 1_000)
    return () => clearTimeout(timer)
    // The words that are shared are those on screen when the time is over; the effect begins anew each second.
  }, [seconds, share])
  return {
    sharing,
    begin: () => setSharing({ kind: 'soon', seconds: SECONDS }),
    keep: () => setSharing({ kind: 'kept' }),
  }
}
