import { useSyncExternalStore } from 'react'

const KEY = 'accord.single-keys'

let isOn = readChoice()
const listeners = new Set<() => void>()

/** Whether single letters do something; they can be turned off, as whoever speaks to their device needs. (WCAG 2.1.4) */
export function useSingleKeys(): readonly [boolean, (isOn: boolean) => void] {
  return [useSyncExternalStore(listen, () => isOn), choose]
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function choose(next: boolean): void {
  isOn = next
  try {
    localStorage.setItem(KEY, next ? 'on' : 'off')
  } catch {
    // Storage is full or forbidden: the choice holds until the page is left.
  }
  for (const listener of listeners) listener()
}

function readChoice(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off'
  } catch {
    // A browser that forbids storage can't have remembered anything.
    return true
  }
}
