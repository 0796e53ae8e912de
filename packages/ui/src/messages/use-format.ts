import { useMemo } from 'react'
import { createFormat, type Format } from './format.js'
import { useMessagesInPlace } from './messages-context.js'

export function useFormat(): Format {
  const { locale, timeZone } = useMessagesInPlace()
  return useMemo(() => createFormat(locale, timeZone), [locale, timeZone])
}
