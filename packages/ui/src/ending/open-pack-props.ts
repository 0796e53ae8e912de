import type { EndingBox, EndingList } from '@accord/domain/ending/box'
import type { PersonId } from '@accord/domain/ids'
import type { EndingPage, EndingState } from '@accord/domain/rest/ending'
import type { BoxKeeper } from './box-keeper.js'
import type { EndingHands } from './ending-hands.js'

/** Where lines come from that somebody may take over. (EN4, EN13) */
export type OfferSource = 'safety' | 'goals' | 'barriers'

/** Such lines, by list and by where they come from. */
export type LineOffers = Readonly<
  Record<EndingList, readonly { readonly source: OfferSource; readonly lines: readonly string[] }[]>
>

/** A pack, who looks at it, and what their app does for them. */
export interface OpenPackScene {
  readonly page: EndingPage
  readonly state: Extract<EndingState, { kind: 'open' }>
  readonly viewer: PersonId
  readonly hands: EndingHands
  readonly offers: LineOffers
}

export interface OpenPackProps extends OpenPackScene {
  /** The boxes that the viewer writes in now, with what is not saved yet. */
  readonly keepers: Map<EndingBox, BoxKeeper>
  /** Something that the viewer did is on its way: the screen does not show yet what it will. */
  readonly isUnderWay: boolean
}
