import type { Relation } from '../case/relation.js'
import type { PersonId } from '../ids.js'

/** Who did something, when, and as which entry. */
export interface Stamp {
  readonly seq: number
  readonly at: number
  readonly author: PersonId
  readonly relation: Relation
}
