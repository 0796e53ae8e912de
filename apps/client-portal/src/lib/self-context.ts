import { createContext, useContext } from 'react'
import type { Self } from '@accord/domain/rest/self'

/** Whoever is signed in, for the pages behind the sign-in; they are gone before it is nobody. */
export const SelfContext = createContext<Self | null>(null)

export function useSelf(): Self {
  const self = useContext(SelfContext)
  if (!self) throw new Error('nobody is signed in on a page behind the sign-in')
  return self
}
