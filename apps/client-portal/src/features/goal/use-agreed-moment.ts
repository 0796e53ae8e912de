import { useEffect, useState } from 'react'

/** Long enough for the second half to swing upright and the tick to be drawn, in ms. */
const CLOSING = 1_200
/** A soft tap, in ms. */
const TAP = 14

/**
 * The moment in which a seal closes: one soft tap, and the seal is seen closing before the page changes.
 * @returns true once the seal has been closed for a moment
 */
export function useAgreedMoment(isAgreed: boolean): boolean {
  const [wasAgreed, setWasAgreed] = useState(isAgreed)
  const [isSettled, setSettled] = useState(isAgreed)
  if (wasAgreed !== isAgreed) {
    setWasAgreed(isAgreed)
    setSettled(false)
  }
  useEffect(() => {
    if (!isAgreed || isSettled) return undefined
    // Not every device can, and those that can't say nothing.
    if ('vibrate' in navigator) navigator.vibrate(TAP)
    const timer = setTimeout(() => setSettled(true), CLOSING)
    return () => clearTimeout(timer)
  }, [isAgreed, isSettled])
  return isAgreed && isSettled
}
