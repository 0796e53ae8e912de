import { useCallback, useSyncExternalStore } from 'react'
import { applyTheme, readThemeChoice, THEME_KEY, type ThemeChoice } from './theme.js'

const listeners = new Set<() => void>()
let unremembered: ThemeChoice | undefined

/** Call once before the first paint, so that nobody sees the other theme flash. */
export function restoreTheme(): void {
  applyTheme(currentChoice(), document.documentElement)
}

/** The chosen theme and how to choose another; remembered on this device, shared with its other tabs. */
export function useTheme(): readonly [ThemeChoice, (choice: ThemeChoice) => void] {
  const choice = useSyncExternalStore(subscribe, currentChoice)
  const choose = useCallback((next: ThemeChoice) => {
    remember(next)
    applyTheme(next, document.documentElement)
    for (const listener of listeners) listener()
  }, [])
  return [choice, choose]
}

function currentChoice(): ThemeChoice {
  if (unremembered !== undefined) return unremembered
  try {
    return readThemeChoice(localStorage.getItem(THEME_KEY))
  } catch {
    // A browser that forbids storage can't have remembered anything.
    return 'system'
  }
}

function remember(choice: ThemeChoice): void {
  try {
    localStorage.setItem(THEME_KEY, choice)
    unremembered = undefined
  } catch {
    // Storage is full or forbidden: the choice holds until the page is left.
    unremembered = choice
  }
}

function subscribe(listener: () => void): () => void {
  const onStorage = (event: StorageEvent): void => {
    if (event.key !== THEME_KEY) return
    restoreTheme()
    listener()
  }
  listeners.add(listener)
  window.addEventListener('storage', onStorage)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', onStorage)
  }
}
