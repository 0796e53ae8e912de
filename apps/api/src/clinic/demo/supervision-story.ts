import type { MeetingContent } from '@accord/domain/supervision/meeting'
import type { DemoKey } from './people.js'
import type { Moment } from './story.js'

/** When Ruth read whose case, and for how many minutes. Oscar's and Samuel's she has not read yet. */
export const READINGS: readonly {
  readonly client: DemoKey
  readonly at: Moment
  readonly minutes: number
}[] = [
  { client: 'priya', at: { days: 16, time: '16:10' }, minutes: 7 },
  { client: 'ines', at: { days: 7, time: '16:20' }, minutes: 9 },
  { client: 'grace', at: { days: 10, time: '15:45' }, minutes: 6 },
  { client: 'ana', at: { days: 9, time: '15:20' }, minutes: 11 },
  { client: 'layla', at: { days: 5, time: '15:10' }, minutes: 5 },
  { client: 'jonah', at: { days: 3, time: '17:05' }, minutes: 12 },
  { client: 'ellis', at: { days: 2, time: '16:40' }, minutes: 8 },
  { client: 'wren', at: { minutes: 95 }, minutes: 4 },
  { client: 'tomasz', at: { minutes: 80 }, minutes: 6 },
]

/** What waits for the next supervision. `goal` names one of the client's goals. */
export type AgendaDeed = {
  readonly by: 'mara' | 'ruth'
  readonly at: Moment
  readonly words: string
} & (
  { readonly about: 'topic' } | { readonly about: 'goal'; readonly client: DemoKey; readonly goal: string }
)

export const AGENDA: readonly AgendaDeed[] = [
  {
    by: 'mara',
    at: { days: 20, time: '18:05' },
    about: 'goal',
    client: 'jonah',
    goal: 'Thought record',
    words: 'What I felt when we took the thought record off',
  },
  {
    by: 'mara',
    at: { days: 6, time: '12:40' },
    about: 'goal',
    client: 'priya',
    goal: 'Home by six',
    words: 'Are we working on the right thing?',
  },
  {
    by: 'ruth',
    at: { minutes: 75 },
    about: 'topic',
    words: 'Samuel: what has to be in place before the second session',
  },
  { by: 'ruth', at: { minutes: 70 }, about: 'topic', words: 'Ending well with Tomasz' },
]

/** A meeting on a Friday so many weeks ago. */
interface Held {
  readonly weeks: number
  readonly with: 'mara' | 'hanna'
  readonly signedBy: readonly ('ruth' | 'practitioner')[]
  readonly content: Omit<MeetingContent, 'day'>
}

const BOTH = ['ruth', 'practitioner'] as const
const HOUR: Omit<MeetingContent, 'day' | 'topics'> = {
  minutes: 60,
  form: { kind: 'individual' },
  medium: 'video',
  people: '',
  risk: '',
  actions: [],
  observation: 'none',
}
const GROUP: typeof HOUR = {
  ...HOUR,
  minutes: 120,
  form: { kind: 'group', people: 4 },
  medium: 'in-person',
  people: 'Three colleagues from two other practices',
}

/** Every second Friday; in May they met once, and three times they met in a group. */
const TOPICS: readonly (readonly [weeks: number, topics: string, how?: typeof HOUR])[] = [
  [2, 'Pace with new clients. What to do with silence.', { ...HOUR, observation: 'recording' }],
  [4, 'Ending: how to say it early.'],
  [6, 'Notes on time. Touch and its words in bodywork.'],
  [8, 'A couple who write at once: whose turn it is.'],
  [10, 'Workload in autumn.', GROUP],
  [12, 'Coming back from leave.'],
  [15, 'Holiday cover.'],
  [17, 'Being liked, and being useful.'],
  [19, 'Questions that were mine rather than theirs.'],
  [21, 'Guardians in the room.', GROUP],
  [23, 'A goal that was agreed too fast.'],
  [27, 'Beginning again after a gap.'],
  [30, 'Fees, and talking about them.'],
  [32, 'Working in a second language.'],
  [34, 'What changed since the training day.', GROUP],
  [36, 'Writing “why” in the client’s words.'],
  [39, 'First sessions.'],
  [41, 'How we want to use this hour.'],
]

export const MEETINGS: readonly Held[] = [
  ...TOPICS.map(([weeks, topics, how = HOUR]) => ({
    weeks,
    with: 'mara' as const,
    signedBy: BOTH,
    content: { ...how, topics },
  })),
  {
    weeks: 0,
    with: 'mara',
    signedBy: ['ruth'],
    content: {
      ...HOUR,
      topics: 'Answers other than yes, and how long to leave them.',
      actions: [{ what: 'Bring one recording', who: 'practitioner', due: null }],
    },
  },
  { weeks: 3, with: 'hanna', signedBy: BOTH, content: { ...HOUR, topics: 'Hands, and what they say.' } },
  { weeks: 7, with: 'hanna', signedBy: BOTH, content: { ...HOUR, topics: 'Pain and patience.' } },
]
