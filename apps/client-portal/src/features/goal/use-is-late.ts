import { useEffect, useState, useSyncExternalStore } from 'react'
import { useKept } from '../../lib/kept.js'

/** After this long without an answer the person is told what is going on, in ms. */
const PATIENCE = 5_000

/** True when there is no network, or the server has not answered for a while. */
export function useIsLate(): boolean {
  const isWithoutServer = useKept() !== null
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine)
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE)
    return () => clearTimeout(timer)
  }, [])
  return isLate || isWithoutServer || !isOnline
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}
