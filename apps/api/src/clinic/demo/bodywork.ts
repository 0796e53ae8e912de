import { TOMASZ_LEVELS } from './alliance-story.js'
import { INES_STEPS, TOMASZ_STEPS } from './steps-of-others.js'
import { inOrder, type Story } from './story.js'

/** A shoulder: a goal in numbers became one in her words, and another lapsed on Monday. */
export const INES: Story = {
  client: 'ines',
  discipline: 'massage',
  openedDaysAgo: 63,
  acts: inOrder(
    [
      {
        at: { days: 56, time: '14:40' },
        by: 'mara',
        does: [
          { kind: 'start', goal: 'shoulder', title: 'Shoulder' },
          { kind: 'write', goal: 'shoulder', words: 'Reduce shoulder pain by 50%.' },
        ],
      },
      {
        at: { days: 49, time: '19:20' },
        by: 'ines',
        does: [
          { kind: 'write', goal: 'shoulder', words: 'I reach the top shelf without bracing.' },
          {
            kind: 'write',
            goal: 'shoulder',
            field: 'why',
            words: 'The good pans are up there. I have been cooking with the bad ones since March.',
          },
        ],
      },
      {
        at: { days: 42, time: '14:38' },
        by: 'ines',
        does: [
          { kind: 'start', goal: 'desk', title: 'At the desk' },
          {
            kind: 'write',
            goal: 'desk',
            words: 'I sit at my desk for an hour and get up without thinking about my neck.',
          },
          { kind: 'answer', goal: 'desk', answer: 'agree' },
        ],
      },
      {
        at: { days: 42, time: '14:46' },
        by: 'mara',
        does: [{ kind: 'answer', goal: 'desk', answer: 'agree' }],
      },
      {
        at: { days: 10, time: '14:31' },
        by: 'mara',
        does: [
          {
            kind: 'write',
            goal: 'shoulder',
            words:
              'I reach the top shelf without bracing, and I sleep on my right side again, by the end of January.',
          },
          { kind: 'answer', goal: 'shoulder', answer: 'agree' },
        ],
      },
      {
        at: { days: 10, time: '14:36' },
        by: 'ines',
        does: [{ kind: 'answer', goal: 'shoulder', answer: 'agree' }],
      },
      {
        at: { days: 3, time: '20:05' },
        by: 'ines',
        does: [
          {
            kind: 'write',
            goal: 'desk',
            words:
              'I sit at my desk for as long as is comfortable and get up without thinking about my neck.',
          },
          { kind: 'answer', goal: 'desk', answer: 'agree' },
        ],
      },
    ],
    INES_STEPS,
  ),
}

export const WREN: Story = {
  client: 'wren',
  discipline: 'reiki',
  openedDaysAgo: 35,
  acts: [
    {
      at: { days: 27, time: '16:20' },
      by: 'wren',
      does: [
        { kind: 'start', goal: 'rest', title: 'Rest', as: 'maintain' },
        { kind: 'write', goal: 'rest', words: 'I stop when I’m tired.' },
        { kind: 'write', goal: 'rest', words: 'I stop before I’m empty, not after.' },
        { kind: 'answer', goal: 'rest', answer: 'agree' },
      ],
    },
    {
      at: { days: 27, time: '16:26' },
      by: 'mara',
      does: [{ kind: 'answer', goal: 'rest', answer: 'agree' }],
    },
    {
      at: { days: 6, time: '16:12' },
      by: 'mara',
      does: [
        { kind: 'start', goal: 'mornings', title: 'Mornings' },
        { kind: 'write', goal: 'mornings', words: 'I’m outdoors for ten minutes before I open any screen.' },
        { kind: 'answer', goal: 'mornings', answer: 'agree' },
      ],
    },
    {
      at: { days: 5, time: '08:40' },
      by: 'wren',
      does: [
        {
          kind: 'answer',
          goal: 'mornings',
          answer: 'differently',
          reason: 'Mornings are when the house is quiet. I’d rather keep them for sleeping.',
        },
      ],
    },
  ],
}

/** Nearly done: three goals, all agreed. */
export const TOMASZ: Story = {
  client: 'tomasz',
  discipline: 'massage',
  openedDaysAgo: 84,
  acts: inOrder(
    [
      {
        at: { days: 77, time: '09:25' },
        by: 'tomasz',
        does: [
          { kind: 'start', goal: 'lift', title: 'Lifting' },
          {
            kind: 'write',
            goal: 'lift',
            words: 'I lift my daughter onto my shoulders without paying for it the next day.',
          },
          { kind: 'answer', goal: 'lift', answer: 'agree' },
        ],
      },
      {
        at: { days: 77, time: '09:31' },
        by: 'mara',
        does: [
          { kind: 'answer', goal: 'lift', answer: 'agree' },
          { kind: 'start', goal: 'van', title: 'The van' },
          { kind: 'write', goal: 'van', words: 'I drive the van for two hours with a pause in the middle.' },
          { kind: 'answer', goal: 'van', answer: 'agree' },
        ],
      },
      {
        at: { days: 63, time: '09:10' },
        by: 'tomasz',
        does: [
          { kind: 'answer', goal: 'van', answer: 'agree' },
          { kind: 'start', goal: 'keep', title: 'Keeping it', as: 'maintain' },
          { kind: 'write', goal: 'keep', words: 'I do the two stretches while the kettle boils.' },
          { kind: 'answer', goal: 'keep', answer: 'agree' },
        ],
      },
      {
        at: { days: 62, time: '17:45' },
        by: 'mara',
        does: [{ kind: 'answer', goal: 'keep', answer: 'agree' }],
      },
    ],
    [...TOMASZ_STEPS, ...TOMASZ_LEVELS],
  ),
}
