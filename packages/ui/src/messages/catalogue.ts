import type { ReactNode } from 'react'

/** One piece of a compiled message. The tree is made at build time, so no ICU parser ships. */
export type MessageNode =
  | string
  | { readonly kind: 'argument'; readonly name: string }
  | { readonly kind: 'number'; readonly name: string; readonly options: Intl.NumberFormatOptions }
  | { readonly kind: 'date'; readonly name: string; readonly options: Intl.DateTimeFormatOptions }
  | { readonly kind: 'select'; readonly name: string; readonly cases: MessageCases }
  | {
      readonly kind: 'plural'
      readonly name: string
      readonly offset: number
      readonly ordinal: boolean
      readonly cases: MessageCases
    }
  | { readonly kind: 'pound' }
  | { readonly kind: 'tag'; readonly name: string; readonly children: readonly MessageNode[] }

export type MessageCases = Readonly<Record<string, readonly MessageNode[]>>

/** All messages of one language, by id. */
export type Catalogue = Readonly<Record<string, readonly MessageNode[]>>

/** What `<b>…</b>` in a message becomes. */
export type RichPart = (children: ReactNode) => ReactNode

export type MessageArgument = string | number | Date | RichPart
export type MessageArguments = Readonly<Record<string, MessageArgument>>

/** Puts the components' and an app's messages together. The same id twice is a mistake of ours, so it is thrown. */
export function combineCatalogues(...catalogues: readonly Catalogue[]): Catalogue {
  const combined: Record<string, readonly MessageNode[]> = {}
  for (const catalogue of catalogues) {
    for (const [id, nodes] of Object.entries(catalogue)) {
      if (id in combined) throw new Error(`message ${id} is defined twice`)
      combined[id] = nodes
    }
  }
  return combined
}
