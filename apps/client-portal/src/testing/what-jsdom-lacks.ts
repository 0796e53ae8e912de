import { TextDecoder, TextEncoder } from 'node:util'

// react-aria asks for CSS.escape, the router for encoders, requests and scrolling; jsdom has none of them.
if (!('CSS' in globalThis)) {
  const escape = (text: string): string => text.replace(/[^\w-]/gu, '\\$&')
  Object.defineProperty(globalThis, 'CSS', { value: { escape, supports: () => false } })
}

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
// A worker's tests run without a page, and lack nothing.
if ('window' in globalThis) {
  window.scrollTo = () => undefined
  Object.assign(globalThis, { TextDecoder, TextEncoder, Request: Navigation })
}
