import { useCallback, useSyncExternalStore } from 'react'

const KEY = 'accord.wording'
const listeners = new Set<() => void>()
let unremembered: string | null = null

/** Whether this device shows hints about wording, and how to change it. (WC7) @param isUsual before anybody chose */
export function useWordingChoice(isUsual: boolean): readonly [boolean, (isOn: boolean) => void] {
  const kept = useSyncExternalStore(subscribe, readKept)
  const turn = useCallback((isOn: boolean) => {
    unremembered = isOn ? 'on' : 'off'
    try {
      localStorage.setItem(KEY, unremembered)
      unremembered = null
    } catch {
      // Storage is full or forbidden: the choice holds until the page is left.
    }
    for (const listener of listeners) listener()
  }, [])
  return [kept === 'on' || (kept !== 'off' && isUsual), turn]
}

function readKept(): string | null {
  if (unremembered !== null) return unremembered
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}
