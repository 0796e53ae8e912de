/** Where somebody was when their sign-in ended, so that they come back to the same words; null when they just came. */
export function returnAddress(state: unknown): string | null {
  if (typeof state !== 'object' || state === null || !('from' in state)) return null
  return typeof state.from === 'string' && /^\/(?!\/)/.test(state.from) ? state.from : null
}
