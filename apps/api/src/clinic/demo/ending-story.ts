import type { EndingBox, EndingList } from '@accord/domain/ending/box'
import type { DemoKey } from './people.js'
import type { Moment } from './story.js'

/** What somebody puts into a pack. */
export type EndingDeed =
  | { readonly kind: 'write'; readonly box: EndingBox; readonly words: string }
  | { readonly kind: 'keep'; readonly title: string }
  | { readonly kind: 'add'; readonly list: EndingList; readonly words: string }

interface EndingScene {
  readonly at: Moment
  readonly by: DemoKey
  readonly does: readonly EndingDeed[]
}

/** Begun at the last session but two; what he takes with him, and how to come back, is still to be written. */
export const TOMASZ_LEAVES: readonly [EndingScene, ...EndingScene[]] = [
  {
    at: { days: 6, time: '09:40' },
    by: 'mara',
    does: [
      {
        kind: 'write',
        box: 'saw',
        words:
          'You came in carrying everything on one side. Since the summer you have set things down before they got heavy, and you told me when I pressed too hard.',
      },
      { kind: 'keep', title: 'Keeping it' },
      { kind: 'add', list: 'coping', words: 'Both stretches while the kettle boils' },
    ],
  },
  {
    at: { days: 4, time: '20:15' },
    by: 'tomasz',
    does: [
      {
        kind: 'write',
        box: 'changed',
        words:
          'I pick Zosia up without thinking first. On the motorway I stop before it hurts, and nobody has laughed at me for it.',
      },
      { kind: 'keep', title: 'Lifting' },
      { kind: 'add', list: 'coping', words: 'Warm shower, then the floor for ten minutes' },
      { kind: 'add', list: 'call', words: 'Kasia. She knows what my face looks like.' },
    ],
  },
]
