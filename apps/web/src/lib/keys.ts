/** Whether a key was pressed together with Ctrl or, on a Mac, ⌘. */
export function isHeld({ ctrlKey, metaKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey
}

/** Whether a page may listen to a key: nobody has taken it, no letter is being composed, no dialog is open. */
export function isForPage(event: KeyboardEvent): boolean {
  return !event.defaultPrevented && !event.isComposing && !isInDialog(event.target)
}

/** Whether a key is a single one that does something, rather than a letter that somebody writes. */
export function isSingleKey(event: KeyboardEvent): boolean {
  return isForPage(event) && !isHeld(event) && !event.altKey && !isWriting(event.target)
}

/** ⌘ on Apple's keyboards. */
export function isApple(): boolean {
  return /mac|iphone|ipad/i.test(navigator.userAgent)
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="dialog"], [role="menu"]') !== null
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.closest('input, textarea, select') !== null
}
