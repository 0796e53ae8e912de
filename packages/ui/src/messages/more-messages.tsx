import { type ReactNode, useMemo } from 'react'
import { type Catalogue, combineCatalogues } from './catalogue.js'
import { MessagesContext, useMessagesInPlace } from './messages-context.js'

interface MoreMessagesProps {
  readonly catalogue: Catalogue
  readonly children: ReactNode
}

/** Adds the sentences of a room that is fetched when somebody goes there: the first screen need not know them. */
export function MoreMessages({ catalogue, children }: MoreMessagesProps) {
  const inPlace = useMessagesInPlace()
  const messages = useMemo(
    () => ({ ...inPlace, catalogue: combineCatalogues(inPlace.catalogue, catalogue) }),
    [inPlace, catalogue],
  )
  return <MessagesContext value={messages}>{children}</MessagesContext>
}
