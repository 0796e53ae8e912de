import { useMemo } from 'react'
import { useMessagesInPlace } from './messages-context.js'
import { createTranslate, type Translate } from './translate.js'

/** The sentences of the app, typed by its generated `Messages`: `const t = useMessages<Messages>()`. */
export function useMessages<M>(): Translate<M> {
  const { catalogue, locale } = useMessagesInPlace()
  return useMemo(() => createTranslate<M>(catalogue, locale), [catalogue, locale])
}
