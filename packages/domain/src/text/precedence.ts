import type { PersonId } from '../ids.js'

/**
 * Whose words stand first where two people put words in at one place at once. Always the same person's, so that
 * what each types stays together however the changes cross on their way. (LP9)
 */
export function goesFirst(own: PersonId, other: PersonId): boolean {
  return own < other
}
