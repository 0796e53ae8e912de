import { JONAH_MEETINGS } from './meetings.js'
import { JONAH_DRAFTS } from './jonah-drafts.js'
import { JONAH_REVIEW } from './jonah-review.js'
import { JONAH_STEPS } from './jonah-steps.js'
import { inOrder, type Act, type Story } from './story.js'

/** What was written and agreed. */
const WORDS: readonly Act[] = [
  {
    at: { days: 56, time: '10:34' },
    by: 'mara',
    does: [
      { kind: 'start', goal: 'sleep', title: 'Sleep' },
      { kind: 'write', goal: 'sleep', words: 'Improve sleep hygiene and reduce night-time rumination.' },
    ],
  },
  {
    at: { days: 51, time: '23:52' },
    by: 'jonah',
    does: [
      { kind: 'write', goal: 'sleep', words: 'Sleep through the night and stop going over things.' },
      {
        kind: 'write',
        goal: 'sleep',
        field: 'why',
        words:
          'At 3am I’m back in that meeting. I’d like one part of the day that isn’t work, even now there isn’t any.',
      },
    ],
  },
  {
    at: { days: 42, time: '10:22' },
    by: 'mara',
    does: [
      {
        kind: 'write',
        goal: 'sleep',
        words: 'I sleep through at least four nights a week, and stop going over things.',
      },
      { kind: 'answer', goal: 'sleep', answer: 'agree' },
    ],
  },
  {
    at: { days: 42, time: '10:27' },
    by: 'jonah',
    does: [{ kind: 'answer', goal: 'sleep', answer: 'agree' }],
  },
  {
    at: { days: 37, time: '21:08' },
    by: 'jonah',
    does: [
      { kind: 'start', goal: 'leeds', title: 'Leeds' },
      { kind: 'write', goal: 'leeds', words: 'I take the train to my sister’s in Leeds before Christmas.' },
      {
        kind: 'write',
        goal: 'leeds',
        field: 'why',
        words: 'Chidi has never once asked why I don’t come. I’d like to turn up before she has to.',
      },
    ],
  },
  {
    at: { days: 35, time: '10:12' },
    by: 'jonah',
    does: [
      {
        kind: 'write',
        goal: 'leeds',
        words: 'I take the train to my sister’s in Leeds on my own, before Christmas.',
      },
    ],
  },
  {
    at: { days: 35, time: '10:16' },
    by: 'mara',
    does: [
      {
        kind: 'write',
        goal: 'leeds',
        words:
          'I take the train to my sister’s in Leeds on my own, and come home the same day, before Christmas.',
      },
      { kind: 'answer', goal: 'leeds', answer: 'agree' },
    ],
  },
  {
    at: { days: 35, time: '10:20' },
    by: 'jonah',
    does: [{ kind: 'answer', goal: 'leeds', answer: 'agree' }],
  },
  {
    at: { days: 28, time: '10:41' },
    by: 'mara',
    does: [
      { kind: 'start', goal: 'record', title: 'Thought record' },
      { kind: 'write', goal: 'record', words: 'I write a thought record every night before bed.' },
    ],
  },
  {
    at: { days: 28, time: '10:44' },
    by: 'jonah',
    does: [
      {
        kind: 'answer',
        goal: 'record',
        answer: 'differently',
        reason: 'The writing-down thing feels like homework for a job I already lost.',
      },
    ],
  },
  {
    at: { days: 21, time: '10:09' },
    by: 'mara',
    does: [
      {
        kind: 'setAside',
        goal: 'record',
        reason: 'It was homework, and it was my worry rather than his wish. Taken off before he had to ask.',
      },
    ],
  },
  {
    at: { days: 21, time: '10:14' },
    by: 'jonah',
    does: [
      {
        kind: 'write',
        goal: 'sleep',
        words: 'I sleep through at least four nights a week, without checking my work phone.',
      },
      { kind: 'answer', goal: 'sleep', answer: 'agree' },
    ],
  },
  {
    at: { days: 21, time: '10:18' },
    by: 'mara',
    does: [{ kind: 'answer', goal: 'sleep', answer: 'agree' }],
  },
  {
    at: { days: 2, time: '22:14' },
    by: 'jonah',
    does: [
      { kind: 'start', goal: 'dad', title: 'Dad' },
      {
        kind: 'write',
        goal: 'dad',
        words:
          'I tell Dad about the redundancy myself, in my own words, before he hears it from someone else.',
      },
      { kind: 'answer', goal: 'dad', answer: 'agree' },
    ],
  },
  {
    at: { minutes: 34 },
    by: 'jonah',
    does: [
      {
        kind: 'write',
        goal: 'sleep',
        words: 'I sleep through most nights, without checking my work phone.',
      },
    ],
  },
  {
    at: { minutes: 32 },
    by: 'mara',
    does: [
      {
        kind: 'write',
        goal: 'sleep',
        words: 'I sleep through most nights, and my phone stays in the kitchen from ten.',
      },
    ],
  },
  {
    at: { minutes: 30 },
    by: 'jonah',
    does: [
      {
        kind: 'write',
        goal: 'sleep',
        words:
          'I sleep through most nights, and my phone stays in the kitchen from ten so I’m not answering a job I don’t have any more.',
      },
    ],
  },
]

/** Eleven sessions of counselling: a goal in borrowed words that became his own, agreed, and lapsed this morning. */
export const JONAH: Story = {
  client: 'jonah',
  discipline: 'counselling',
  openedDaysAgo: 70,
  meetings: JONAH_MEETINGS,
  acts: inOrder(WORDS, JONAH_STEPS, JONAH_DRAFTS),
  reviews: JONAH_REVIEW,
}
