import { TextDecoder, TextEncoder } from 'node:util'

// react-aria asks for CSS.escape, the router for encoders, requests and scrolling; jsdom has none of them.
if (!('CSS' in globalThis)) {
  const escape = (text: string): string => text.replace(/[^\w-]/gu, '\\$&')
  Object.defineProperty(globalThis, 'CSS', { value: { escape, supports: () => false } })
}
window.scrollTo = () => undefined

/** The little that the router reads of a navigation's request. */
class Navigation {
  readonly method = 'GET'
  readonly headers = new Map()
  readonly url: string
  readonly signal: AbortSignal | undefined

  constructor(url: string, init?: { readonly signal?: AbortSignal }) {
    this.url = url
    this.signal = init?.signal
  }
}
Object.assign(globalThis, { TextDecoder, TextEncoder, Request: Navigation })
