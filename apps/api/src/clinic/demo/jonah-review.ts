import type { ReviewScene } from './story.js'

const OWN_SOLUTION = 'I sleep through at least four nights a week, without checking my work phone.'

/** Ruth reads how the sleep goal turned, and asks Mara about it; what came after she signed waits for her. */
export const JONAH_REVIEW: readonly ReviewScene[] = [
  {
    at: { days: 4, time: '16:05' },
    by: 'ruth',
    does: [
      {
        kind: 'comment',
        thread: 'repair',
        on: OWN_SOLUTION,
        passage: 'without checking my work phone',
        text: 'This is the repair. You took the task off first, without defending it, and then his own solution came. What did you notice in yourself at 10:09?',
      },
      {
        kind: 'comment',
        thread: 'own words',
        on: OWN_SOLUTION,
        passage: 'without checking my work phone',
        text: 'I read how this goal changed over the weeks. The part about your phone is yours, and it is clear.',
        forClient: true,
      },
      {
        kind: 'ask',
        thread: 'why',
        on: 'I take the train to my sister’s in Leeds on my own, and come home the same day, before Christmas.',
        passage: 'and come home the same day',
        text: 'These words are yours, not his. Could you ask him how long he wants to stay?',
      },
      { kind: 'sign', ticked: [0, 1], concerns: null },
    ],
  },
  {
    at: { days: 3, time: '18:40' },
    by: 'mara',
    does: [
      {
        kind: 'reply',
        thread: 'repair',
        text: 'Relief, mostly. I’d added it because I was worried, not because he asked. I’d like to talk about that on Friday.',
      },
    ],
  },
]
