import { useSyncExternalStore } from 'react'

/** With less height than this there is a keyboard on the screen, or a very small phone; in px. */
const ROOM = 600

/** True while so little of the page can be seen that the words need all of it. */
export function useKeyboardUp(): boolean {
  return useSyncExternalStore(subscribe, isLow, () => false)
}

function isLow(): boolean {
  return (window.visualViewport?.height ?? window.innerHeight) < ROOM
}

function subscribe(listener: () => void): () => void {
  const seen: EventTarget = window.visualViewport ?? window
  seen.addEventListener('resize', listener)
  return () => seen.removeEventListener('resize', listener)
}
