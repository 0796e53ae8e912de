import { TextDecoder, TextEncoder } from 'node:util'

// react-aria asks for CSS.escape, which jsdom doesn't have.
if (!('CSS' in globalThis)) {
  const escape = (text: string): string => text.replace(/[^\w-]/gu, '\\$&')
  Object.defineProperty(globalThis, 'CSS', { value: { escape, supports: () => false } })
}

// The domain hashes wordings, and CodeMirror measures text: neither is in jsdom.
if (!('TextEncoder' in globalThis)) Object.assign(globalThis, { TextEncoder, TextDecoder })
if (typeof Range !== 'undefined') {
  Range.prototype.getClientRects = () => Object.assign([], { item: () => null })
}
