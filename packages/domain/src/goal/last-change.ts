import type { PersonId } from '../ids.js'

/** When a text was last changed, and by whom; null while nobody has. */
export interface LastChange {
  readonly by: PersonId
  readonly at: number
}
