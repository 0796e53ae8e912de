import type { ItemPlace } from '@accord/domain/addendum/item'
import type { Place } from './world.js'

/** Something in a place's record that its client can add to: the first moment of its plan. */
export function aMomentOf({ plan }: Pick<Place, 'plan'>): ItemPlace {
  return { kind: 'moment', item: plan, entry: 1 }
}
