import { useSyncExternalStore } from 'react'

/** With less height than this while somebody writes, a keyboard is on the screen or hardly any room is left; in px. */
const ROOM = 640
const WRITING = 'input, textarea, [contenteditable="true"]'

/** True while somebody writes and so little of the page can be seen that the words need all of it. */
export function useKeyboardUp(): boolean {
  return useSyncExternalStore(subscribe, isUp, () => false)
}

function isUp(): boolean {
  const seen = window.visualViewport?.height ?? window.innerHeight
  return seen < ROOM && (document.activeElement?.matches(WRITING) ?? false)
}

function subscribe(listener: () => void): () => void {
  const seen: EventTarget = window.visualViewport ?? window
  seen.addEventListener('resize', listener)
  document.addEventListener('focusin', listener)
  document.addEventListener('focusout', listener)
  return () => {
    seen.removeEventListener('resize', listener)
    document.removeEventListener('focusin', listener)
    document.removeEventListener('focusout', listener)
  }
}
