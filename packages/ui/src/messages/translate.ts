import { createElement, Fragment, type ReactNode } from 'react'
import type { Catalogue, MessageArguments, MessageNode, RichPart } from './catalogue.js'
import { formatParts, formatText } from './format-message.js'

/** Arguments by message id, as the build generates them. */
export type MessageShapes = Readonly<Record<string, object>>

/** Ids whose message holds no tags and so is plain text. */
export type PlainId<M> = { [K in keyof M]: RichPart extends M[K][keyof M[K]] ? never : K }[keyof M]

type Args<Shape> = keyof Shape extends never ? [] : [args: Shape]

export interface Translate<M> {
  <K extends PlainId<M>>(id: K, ...args: Args<M[K]>): string
  /** For messages with tags: `<b>…</b>` becomes what the argument `b` makes of it. */
  rich: <K extends keyof M>(id: K, ...args: Args<M[K]>) => ReactNode
}

/** Binds a catalogue and a locale. An unknown id or a missing argument is a bug and is thrown. */
export function createTranslate<M>(catalogue: Catalogue, locale: string): Translate<M> {
  const nodesOf = (id: string): readonly MessageNode[] => {
    const nodes = catalogue[id]
    if (nodes === undefined) throw new Error(`no message ${id}`)
    return nodes
  }
  const text = (id: string, args: MessageArguments = {}): string => formatText(nodesOf(id), locale, args)
  const rich = (id: string, args: MessageArguments = {}): ReactNode => {
    const tag = (name: string, children: readonly ReactNode[]): readonly ReactNode[] => {
      const part = args[name]
      if (typeof part !== 'function') throw new Error(`message ${id} has no part for <${name}>`)
      return [part(createElement(Fragment, null, ...children))]
    }
    return createElement(Fragment, null, ...formatParts<ReactNode>(nodesOf(id), { locale, args, tag }))
  }
  // The generated types say which ids and arguments exist; inside, they are looked up by name.
  return Object.assign(text, { rich }) as unknown as Translate<M>
}
