import { useState } from 'react'

const KEY = 'accord.single-keys'

/** Whether single letters do something; they can be turned off, as whoever speaks to their device needs. (WCAG 2.1.4) */
export function useSingleKeys(): readonly [boolean, (isOn: boolean) => void] {
  const [isOn, setIsOn] = useState(readChoice)
  const choose = (next: boolean) => {
    setIsOn(next)
    try {
      localStorage.setItem(KEY, next ? 'on' : 'off')
    } catch {
      // Storage is full or forbidden: the choice holds until the page is left.
    }
  }
  return [isOn, choose]
}

function readChoice(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off'
  } catch {
    // A browser that forbids storage can't have remembered anything.
    return true
  }
}
