import { createContext, useContext } from 'react'
import type { Catalogue } from './catalogue.js'

interface MessagesInPlace {
  readonly locale: string
  readonly catalogue: Catalogue
  readonly timeZone: string | undefined
}

export const MessagesContext = createContext<MessagesInPlace | undefined>(undefined)

export function useMessagesInPlace(): MessagesInPlace {
  const messages = useContext(MessagesContext)
  if (messages === undefined) throw new Error('no MessagesProvider above this component')
  return messages
}
