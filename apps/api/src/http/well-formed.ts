/** How many objects and lists may lie within each other in what anybody sends. (A16) */
const DEEPEST = 20

/** Half of a surrogate pair, which no encoding holds, or a control character other than tab and line breaks. */
const BROKEN = /\p{Cs}|(?![\t\n\r\u0085])\p{Cc}/u

/** True for what is nested so deeply that reading it could exhaust the stack. Itself goes no deeper than allowed. (FT5) */
export function isTooDeep(value: unknown, left = DEEPEST): boolean {
  if (typeof value !== 'object' || value === null) return false
  return left === 0 || Object.values(value).some((part) => isTooDeep(part, left - 1))
}

/** True when a word in it could be neither stored nor shown as it was sent. For what {@link isTooDeep} let through. (FT6) */
export function hasBrokenText(value: unknown): boolean {
  if (typeof value === 'string') return BROKEN.test(value)
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).some(hasBrokenText)
}
