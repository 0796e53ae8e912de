import { useEffect, useRef } from 'react'

/** What the keys of a replay do. (DESIGN.md, Keyboard) */
export interface ReplayKeys {
  readonly moment: (way: 1 | -1) => void
  readonly stretch: (way: 1 | -1) => void
  readonly entry: (way: 1 | -1) => void
  readonly toEnd: (way: 1 | -1) => void
  readonly play: () => void
}

/** Elements that have a use of their own for arrows, Home, End and the space bar. */
const BUSY =
  'input, textarea, select, button, a, [contenteditable], [role="dialog"], [role="menu"], [role="radiogroup"], [role="listbox"]'

/**
 * ← → moment by moment, with Shift stretch by stretch, with Alt entry by entry; Space plays, Home and End go to the
 * ends: wherever the focus is on nothing that has a use of its own for them.
 */
export function useReplayKeys(keys: ReplayKeys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTaken = event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey
      const act = isTaken || isBusy(event) ? null : actionOf(event, latest.current)
      if (act === null) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

/** A button has no use for arrows; Space presses it. */
function isBusy({ target, key }: KeyboardEvent): boolean {
  const element = target instanceof Element ? target.closest(BUSY) : null
  if (element === null) return false
  return !(key.startsWith('Arrow') && element.matches('button:not([role="radio"]), a'))
}

function actionOf({ key, shiftKey, altKey }: KeyboardEvent, keys: ReplayKeys): (() => void) | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight': {
      const way = key === 'ArrowRight' ? 1 : -1
      if (altKey) return () => keys.entry(way)
      return () => (shiftKey ? keys.stretch(way) : keys.moment(way))
    }
    case 'Home':
    case 'End':
      return () => keys.toEnd(key === 'End' ? 1 : -1)
    case ' ':
      return keys.play
    default:
      return null
  }
}
