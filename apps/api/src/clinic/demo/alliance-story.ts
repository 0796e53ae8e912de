import type { ShownTo } from '@accord/domain/alliance/check-in'
import type { Station } from '@accord/domain/alliance/station'
import type { DemoKey } from './people.js'
import type { Act } from './story.js'

/** What a client said after a session: goals, tasks, bond, felt heard, and a line; null for "not today". */
interface SaidAfter {
  readonly answers: readonly [number | null, number | null, number | null, number | null] | null
  readonly words?: string
  readonly shownTo?: ShownTo
}

/** A session that was held, so many days ago, and its check-in; left out where nothing was said. */
interface HeldInStory {
  readonly daysAgo: number
  readonly said?: SaidAfter
}

interface AllianceStory {
  readonly client: DemoKey
  readonly practitioner: DemoKey
  readonly time: `${number}:${number}`
  readonly place: 'room' | 'remote'
  readonly sessions: readonly HeldInStory[]
  readonly repairs: readonly {
    readonly daysAgo: number
    /** After which of the sessions, counted from 1. */
    readonly session: number
    readonly step: Station
    readonly words: string
  }[]
}

const said = (
  daysAgo: number,
  answers: NonNullable<SaidAfter['answers']>,
  more: Omit<SaidAfter, 'answers'> = {},
): HeldInStory => ({ daysAgo, said: { answers, ...more } })

/** Eleven times on the table: a usual range, one dip when it felt hurried, and how that was mended. (AL1, AL6) */
const TOMASZ: AllianceStory = {
  client: 'tomasz',
  practitioner: 'mara',
  time: '09:00',
  place: 'room',
  sessions: [
    said(77, [8, 7, 8, 8], { shownTo: 'now' }),
    said(70, [8, 8, 9, 8], { shownTo: 'now' }),
    said(63, [8, 8, 8, 8], { shownTo: 'after-talk' }),
    said(56, [9, 8, 9, 8]),
    said(49, [8, 8, 9, 8]),
    said(42, [9, 8, 9, 9]),
    said(35, [8, 9, 8, 8]),
    said(28, [9, 8, 9, 9]),
    said(21, [7, 4, 8, 6], { words: 'It felt hurried. The diary is one more thing to do after driving.' }),
    said(14, [9, 8, 9, 8]),
    said(7, [9, 9, 9, 9], { shownTo: 'now', words: 'Better without the diary.' }),
  ],
  repairs: [
    { daysAgo: 14, session: 9, step: 'noticed', words: 'Tasks fell to 4 in the week of the diary.' },
    {
      daysAgo: 14,
      session: 9,
      step: 'talked',
      words: 'I raised it first. He said the diary was mine, not his.',
    },
    {
      daysAgo: 14,
      session: 9,
      step: 'changed',
      words: 'No diary. He tells me at the start, in his own words, how the driving went.',
    },
  ],
}

/** Seven times, of which one was for supervision only, one not for that day, and the last one is still asked about. */
const INES: AllianceStory = {
  client: 'ines',
  practitioner: 'mara',
  time: '14:00',
  place: 'room',
  sessions: [
    said(56, [6, 7, 8, 7], { shownTo: 'now' }),
    said(49, [7, 8, 8, 8]),
    { daysAgo: 42, said: { answers: null } },
    said(31, [8, null, 9, 8]),
    said(17, [8, 8, 9, 8], {
      shownTo: 'supervisor',
      words: 'I would rather she asked before the neck, each time.',
    }),
    said(10, [9, 8, 9, 9]),
    { daysAgo: 1 },
  ],
  repairs: [],
}

export const ALLIANCE_STORIES: readonly AllianceStory[] = [TOMASZ, INES]

const rates = (days: number, by: DemoKey, lift: number, van: number): Act => ({
  at: { days, time: by === 'mara' ? '09:48' : '09:44' },
  by,
  does: [
    { kind: 'rate', goal: 'lift', value: lift },
    { kind: 'rate', goal: 'van', value: van },
  ],
})

/** Tomasz’s two goals in levels of his own words, rated by both over the weeks; and the diary that came and went. */
export const TOMASZ_LEVELS: readonly Act[] = [
  {
    at: { days: 56, time: '09:40' },
    by: 'tomasz',
    does: [
      {
        kind: 'scale',
        goal: 'lift',
        levels: [
          'I don’t pick her up at all.',
          'To my hip, and I feel it the next day.',
          'Onto my shoulders, and nothing the next day.',
          'Twice in an afternoon.',
          'I forget that it was ever a question.',
        ],
      },
      {
        kind: 'scale',
        goal: 'van',
        levels: [
          'Half an hour and I have to stop.',
          'An hour, and stiff when I get out.',
          'Two hours with a pause in the middle.',
          'Two hours, and I decide about the pause.',
          'A whole day’s round.',
        ],
      },
    ],
  },
  rates(56, 'tomasz', -2, -2),
  rates(42, 'tomasz', -1, -2),
  rates(42, 'mara', -1, -1),
  rates(28, 'tomasz', -1, -1),
  {
    at: { days: 21, time: '09:45' },
    by: 'mara',
    does: [
      {
        kind: 'step',
        goal: 'van',
        step: 'diary',
        words: 'A line in a diary after every drive',
        who: ['tomasz'],
        due: -7,
      },
      { kind: 'answerStep', goal: 'van', step: 'diary', answer: 'agree' },
    ],
  },
  {
    at: { days: 21, time: '18:10' },
    by: 'tomasz',
    does: [{ kind: 'answerStep', goal: 'van', step: 'diary', answer: 'differently' }],
  },
  {
    at: { days: 14, time: '09:40' },
    by: 'tomasz',
    does: [
      { kind: 'done', goal: 'van', step: 'diary' },
      { kind: 'win', goal: 'van', words: 'Said no to the diary, and nothing broke.' },
    ],
  },
  rates(14, 'tomasz', 0, -1),
  rates(14, 'mara', 0, 0),
  rates(7, 'tomasz', 0, 0),
]
