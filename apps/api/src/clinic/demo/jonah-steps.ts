import type { Act } from './story.js'

const agreed = (...steps: readonly string[]) =>
  steps.map((step) => ({ kind: 'answerStep', goal: 'leeds', step, answer: 'agree' }) as const)

/** What Jonah and Mara do about the goals, how far it has come, and what they said beside them. */
export const JONAH_STEPS: readonly Act[] = [
  {
    at: { days: 35, time: '10:26' },
    by: 'mara',
    does: [
      {
        kind: 'step',
        goal: 'leeds',
        step: 'stops',
        words: 'Ride two stops, off peak, and jot what happened',
        who: ['jonah'],
        due: -10,
        helps: 'Two stops are short enough to get off, and long enough to find out what happens.',
      },
      {
        kind: 'step',
        goal: 'leeds',
        step: 'audio',
        words: 'Record the slow breath audio we practised',
        who: ['mara'],
        due: -7,
      },
      ...agreed('stops', 'audio'),
      {
        kind: 'scale',
        goal: 'leeds',
        levels: [
          'Staying off trains',
          'Short trips, with someone',
          'Part of the way, alone',
          'Leeds and back, alone',
          'Leeds and back, and looking forward to it',
        ],
      },
    ],
  },
  {
    at: { days: 35, time: '10:34' },
    by: 'jonah',
    does: [...agreed('stops', 'audio'), { kind: 'rate', goal: 'leeds', value: -2 }],
  },
  { at: { days: 28, time: '10:50' }, by: 'jonah', does: [{ kind: 'rate', goal: 'leeds', value: -2 }] },
  {
    at: { days: 24, time: '19:12' },
    by: 'jonah',
    does: [
      {
        kind: 'topic',
        goal: 'leeds',
        about: 'the redundancy',
        helps: 'Chidi will ask about work within the hour. If I’ve said it once already, I can say it again.',
      },
    ],
  },
  { at: { days: 21, time: '10:30' }, by: 'jonah', does: [{ kind: 'rate', goal: 'leeds', value: -1 }] },
  {
    at: { days: 21, time: '10:36' },
    by: 'mara',
    does: [
      { kind: 'rate', goal: 'leeds', value: -1 },
      {
        kind: 'step',
        goal: 'sleep',
        step: 'charger',
        words: 'Move the charger to the kitchen',
        who: ['jonah'],
        due: -14,
      },
      {
        kind: 'step',
        goal: 'sleep',
        step: 'wind',
        words: 'Half an hour with no screen before bed, five nights',
        who: ['jonah'],
        due: 6,
      },
      {
        kind: 'scale',
        goal: 'sleep',
        levels: [
          'Awake for hours, most nights',
          'Awake for hours, every other night',
          'Through most nights',
          'Through nearly every night',
          'I don’t think about it',
        ],
      },
    ],
  },
  { at: { days: 20, time: '22:02' }, by: 'jonah', does: [{ kind: 'rate', goal: 'sleep', value: -2 }] },
  {
    at: { days: 14, time: '10:30' },
    by: 'jonah',
    does: [
      { kind: 'rate', goal: 'leeds', value: -1 },
      { kind: 'rate', goal: 'sleep', value: -1 },
      { kind: 'done', goal: 'sleep', step: 'charger' },
    ],
  },
  {
    at: { days: 10, time: '16:41' },
    by: 'jonah',
    does: [
      { kind: 'done', goal: 'leeds', step: 'stops' },
      { kind: 'win', goal: 'leeds', words: 'Two stops, and I stayed on for a third because I was reading.' },
    ],
  },
  {
    at: { days: 7, time: '10:31' },
    by: 'mara',
    does: [
      { kind: 'done', goal: 'leeds', step: 'audio' },
      {
        kind: 'step',
        goal: 'leeds',
        step: 'huddersfield',
        words: 'Huddersfield and back, with Dele on the phone',
        who: ['jonah'],
        due: 9,
      },
      {
        kind: 'step',
        goal: 'leeds',
        step: 'wayOff',
        words: 'Plan a way off the train that isn’t giving up',
        who: ['mara', 'jonah'],
        due: 0,
      },
      ...agreed('huddersfield', 'wayOff'),
    ],
  },
  {
    at: { days: 7, time: '10:38' },
    by: 'jonah',
    does: [
      ...agreed('huddersfield', 'wayOff'),
      { kind: 'rate', goal: 'leeds', value: -1 },
      { kind: 'rate', goal: 'sleep', value: -1 },
      {
        kind: 'ask',
        goal: 'leeds',
        question: 'back',
        words: 'If I get off halfway and come back, does that count as having done it?',
      },
    ],
  },
  {
    at: { days: 6, time: '12:20' },
    by: 'mara',
    does: [
      {
        kind: 'reply',
        goal: 'leeds',
        question: 'back',
        words:
          'Halfway and back, alone, is the middle of the ladder that you described. It is a place to be, not a failed Leeds.',
      },
    ],
  },
  {
    at: { days: 2, time: '21:58' },
    by: 'jonah',
    does: [
      { kind: 'rate', goal: 'leeds', value: 0 },
      { kind: 'rate', goal: 'sleep', value: 0 },
    ],
  },
]
