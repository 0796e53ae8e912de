import { createContext, useContext } from 'react'

/** Shows the list of all keys, from any page. */
export const ShortcutsContext = createContext<() => void>(() => undefined)

export function useShowShortcuts(): () => void {
  return useContext(ShortcutsContext)
}
