import { PRIYA_MEETINGS, SAMUEL_MEETINGS } from './meetings.js'
import { PRIYA_STEPS } from './steps-of-others.js'
import { inOrder, type Story } from './story.js'

/** Words that the practitioner wrote for her, and a client who says that she needs time. */
export const PRIYA: Story = {
  client: 'priya',
  discipline: 'counselling',
  openedDaysAgo: 42,
  meetings: PRIYA_MEETINGS,
  acts: inOrder(
    [
      {
        at: { days: 21, time: '11:41' },
        by: 'priya',
        does: [
          { kind: 'start', goal: 'meeting', title: 'The Tuesday meeting' },
          { kind: 'write', goal: 'meeting', words: 'I say what I think in the Tuesday meeting.' },
          {
            kind: 'write',
            goal: 'meeting',
            field: 'why',
            words:
              'I said it, and then he repeated it louder. I would like to have been the one who said it.',
          },
        ],
      },
      {
        at: { days: 14, time: '11:52' },
        by: 'mara',
        does: [
          { kind: 'write', goal: 'meeting', words: 'I say what I think in the Tuesday meeting, once.' },
          { kind: 'answer', goal: 'meeting', answer: 'agree' },
        ],
      },
      {
        at: { days: 14, time: '11:55' },
        by: 'priya',
        does: [{ kind: 'answer', goal: 'meeting', answer: 'agree' }],
      },
      {
        at: { days: 9, time: '12:02' },
        by: 'mara',
        does: [
          { kind: 'start', goal: 'six', title: 'Home by six' },
          { kind: 'write', goal: 'six', words: 'I am home by six on two evenings a week.' },
          { kind: 'answer', goal: 'six', answer: 'agree' },
        ],
      },
      {
        at: { days: 8, time: '11:50' },
        by: 'priya',
        does: [
          { kind: 'write', goal: 'six', words: 'I am home by six on two evenings a week, maybe.' },
          { kind: 'write', goal: 'six', words: 'I am home by six on two evenings a week.' },
          {
            kind: 'answer',
            goal: 'six',
            answer: 'need-time',
            reason: 'I don’t know yet whether this is about me or about my mother.',
          },
        ],
      },
    ],
    PRIYA_STEPS,
  ),
}

/** A first session: nobody has written anything yet. */
export const SAMUEL: Story = {
  client: 'samuel',
  discipline: 'counselling',
  openedDaysAgo: 1,
  meetings: SAMUEL_MEETINGS,
  acts: [],
}
