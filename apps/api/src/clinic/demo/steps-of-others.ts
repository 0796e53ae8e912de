import type { Act } from './story.js'

/** A question that still waits, beside a goal that she rates from 0 to 10. */
export const PRIYA_STEPS: readonly Act[] = [
  {
    at: { days: 14, time: '12:04' },
    by: 'priya',
    does: [
      {
        kind: 'step',
        goal: 'meeting',
        step: 'note',
        words: 'Write the one sentence on a card before I go in',
        who: ['priya'],
        due: 3,
        helps: 'Then it is mine before he has heard it.',
      },
      { kind: 'answerStep', goal: 'meeting', step: 'note', answer: 'agree' },
      { kind: 'rate', goal: 'meeting', value: 2 },
    ],
  },
  {
    at: { days: 7, time: '12:01' },
    by: 'priya',
    does: [
      { kind: 'rate', goal: 'meeting', value: 4 },
      {
        kind: 'ask',
        goal: 'meeting',
        question: 'twice',
        words: 'What do I do when he says it again anyway?',
      },
    ],
  },
]

/** A step that she would do differently. */
export const INES_STEPS: readonly Act[] = [
  {
    at: { days: 10, time: '14:42' },
    by: 'mara',
    does: [
      {
        kind: 'step',
        goal: 'shoulder',
        step: 'wall',
        words: 'Wall slides, ten, after the shower',
        who: ['ines'],
        due: 4,
      },
      { kind: 'answerStep', goal: 'shoulder', step: 'wall', answer: 'agree' },
    ],
  },
  {
    at: { days: 9, time: '19:10' },
    by: 'ines',
    does: [
      {
        kind: 'answerStep',
        goal: 'shoulder',
        step: 'wall',
        answer: 'differently',
        reason: 'After the shower is when the children are up. Before bed I would do them.',
      },
      { kind: 'win', goal: 'shoulder', words: 'I put the big pan back without thinking.' },
    ],
  },
]

export const TOMASZ_STEPS: readonly Act[] = [
  {
    at: { days: 62, time: '17:52' },
    by: 'mara',
    does: [
      {
        kind: 'step',
        goal: 'keep',
        step: 'kettle',
        words: 'A note on the kettle',
        who: ['tomasz'],
        due: -55,
      },
      { kind: 'answerStep', goal: 'keep', step: 'kettle', answer: 'agree' },
    ],
  },
  {
    at: { days: 55, time: '08:05' },
    by: 'tomasz',
    does: [
      { kind: 'answerStep', goal: 'keep', step: 'kettle', answer: 'agree' },
      { kind: 'done', goal: 'keep', step: 'kettle' },
      { kind: 'rate', goal: 'keep', value: 6 },
    ],
  },
  { at: { days: 20, time: '08:10' }, by: 'tomasz', does: [{ kind: 'rate', goal: 'keep', value: 9 }] },
]
