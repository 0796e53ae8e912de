import { createContext, useContext } from 'react'
import type { Catalogue } from './catalogue.js'
import type { Format } from './format.js'

interface MessagesInPlace {
  readonly locale: string
  readonly catalogue: Catalogue
  /** Made once: its formatters are costly, and what shows a date is drawn often. */
  readonly format: Format
}

export const MessagesContext = createContext<MessagesInPlace | undefined>(undefined)

export function useMessagesInPlace(): MessagesInPlace {
  const messages = useContext(MessagesContext)
  if (messages === undefined) throw new Error('no MessagesProvider above this component')
  return messages
}
