import { type ReactNode, useMemo } from 'react'
import { I18nProvider } from 'react-aria-components'
import { type Catalogue, combineCatalogues } from './catalogue.js'
import { createFormat } from './format.js'
import { MessagesContext } from './messages-context.js'

interface MessagesProviderProps {
  /** A BCP 47 tag, such as `en-GB`: the language and how dates and numbers are written. */
  readonly locale: string
  /** Catalogues to put together: that of the components and that of the app. */
  readonly catalogues: readonly Catalogue[]
  /** An IANA name; the device's own unless given. */
  readonly timeZone?: string
  readonly children: ReactNode
}

export function MessagesProvider({ locale, catalogues, timeZone, children }: MessagesProviderProps) {
  const messages = useMemo(
    () => ({ locale, format: createFormat(locale, timeZone), catalogue: combineCatalogues(...catalogues) }),
    [locale, timeZone, catalogues],
  )
  return (
    <MessagesContext value={messages}>
      <I18nProvider locale={locale}>{children}</I18nProvider>
    </MessagesContext>
  )
}
