import type { Station } from '@accord/domain/alliance/station'
import type { BarrierKind } from '@accord/domain/barrier/barrier'
import type { DemoKey } from './people.js'
import type { Moment } from './story.js'

interface Turn {
  readonly at: Moment
  readonly by: DemoKey
}

export interface BarrierStory extends Turn {
  readonly kind: BarrierKind
  readonly words: string
  readonly then: readonly (Turn &
    ({ readonly station: Station; readonly words: string | null } | { readonly says: string }))[]
}

/** One that has changed, and one that both are still at; of the second Jonah wrote last. (BA1, BA5) */
export const JONAH_BARRIERS: readonly BarrierStory[] = [
  {
    at: { days: 28, time: '21:05' },
    by: 'jonah',
    kind: 'trust',
    words: 'Tasks feel like homework',
    then: [
      { at: { days: 21, time: '10:06' }, by: 'mara', station: 'talked', words: null },
      {
        at: { days: 21, time: '10:18' },
        by: 'mara',
        station: 'changed',
        words: 'The thought record came off',
      },
    ],
  },
  {
    at: { days: 35, time: '10:40' },
    by: 'mara',
    kind: 'communication',
    words: 'Saying “fine” and meaning no',
    then: [
      { at: { days: 14, time: '10:50' }, by: 'mara', station: 'talked', words: '“Not yet” first, then why' },
      {
        at: { days: 2, time: '20:15' },
        by: 'jonah',
        says: 'It’s easier when you ask what I would change, not whether it’s all right.',
      },
    ],
  },
]
