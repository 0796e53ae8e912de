// Nothing is laid out, so nothing is hidden by its width.
if (!('checkVisibility' in Element.prototype)) {
  Object.defineProperty(Element.prototype, 'checkVisibility', { value: () => true })
}

// react-aria asks for CSS.escape, which jsdom doesn't have.
if (!('CSS' in globalThis)) {
  const escape = (text: string): string => text.replace(/[^\w-]/gu, '\\$&')
  Object.defineProperty(globalThis, 'CSS', { value: { escape, supports: () => false } })
}
