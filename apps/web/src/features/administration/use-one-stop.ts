import { useState, type FocusEvent, type KeyboardEvent } from 'react'

const STOP = 'data-stop'

/**
 * Many links as one stop of the tabulator: it lands on the one that is home, arrow keys, Home and End go to the others
 * that are on the screen, and whoever comes again lands on home again. (CL22)
 * @param home the link that the tabulator lands on
 */
export function useOneStop(home: string) {
  const [at, setAt] = useState<string | null>(null)
  const stop = at ?? home
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const links = [...event.currentTarget.querySelectorAll<HTMLElement>(`[${STOP}]`)]
    const shown = links.filter((link) => link.checkVisibility())
    const isMirrored = getComputedStyle(event.currentTarget).direction === 'rtl'
    const from = shown.findIndex((link) => link === document.activeElement)
    const to = from < 0 ? undefined : shown.at(placeAfter(event.key, from, shown.length, isMirrored))
    if (to === undefined || to === shown[from] || hasModifier(event)) return
    event.preventDefault()
    to.focus()
  }
  const onFocus = ({ target }: FocusEvent<HTMLElement>) => setAt(target.getAttribute(STOP))
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
    if (!currentTarget.contains(relatedTarget)) setAt(null)
  }
  return {
    area: { onKeyDown, onFocus, onBlur },
    /** What a link gets, by its name. */
    link: (name: string) => ({ [STOP]: name, excludeFromTabOrder: name !== stop }),
  }
}

/** Goes round at both ends. */
function placeAfter(key: string, from: number, count: number, isMirrored: boolean): number {
  const [next, previous] = [(from + 1) % count, from - 1]
  switch (key) {
    case 'ArrowDown':
      return next
    case 'ArrowUp':
      return previous
    case 'ArrowRight':
      return isMirrored ? previous : next
    case 'ArrowLeft':
      return isMirrored ? next : previous
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return from
  }
}

function hasModifier({ altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return altKey || ctrlKey || metaKey || shiftKey
}
