import { createContext, useContext } from 'react'
import type { Self } from '@accord/domain/rest/self'

/** Who is signed in, on every page that needs it. */
export const SelfContext = createContext<Self | null>(null)

export function useSelf(): Self {
  const self = useContext(SelfContext)
  if (self === null) throw new Error('no signed-in person above this component')
  return self
}
