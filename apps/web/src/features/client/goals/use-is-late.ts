import { useEffect, useState } from 'react'

/** How long a plan may take to open before that needs saying, in ms. */
const LATE_AFTER = 8_000

export function useIsLate(): boolean {
  const [isLate, setIsLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(setIsLate, LATE_AFTER, true)
    return () => clearTimeout(timer)
  }, [])
  return isLate
}
