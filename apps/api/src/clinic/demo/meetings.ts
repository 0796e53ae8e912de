import type { MeetingScene } from './story.js'

const weekly = (
  days: readonly number[],
  time: `${number}:${number}`,
  place: MeetingScene['place'],
): readonly MeetingScene[] => days.map((ago) => ({ days: ago, time, place }))

/** A first meeting without goals, then a session a week, and one to come. */
export const JONAH_MEETINGS: readonly MeetingScene[] = [
  { days: 63, time: '10:00', place: 'room', kind: 'getting-to-know-you' },
  ...weekly([56, 49, 42, 35, 28, 21, 14, 7], '10:00', 'remote'),
  { in: { days: 2, time: '10:00' }, place: 'remote' },
]

export const PRIYA_MEETINGS: readonly MeetingScene[] = [
  { days: 28, time: '11:30', place: 'room', kind: 'getting-to-know-you' },
  ...weekly([21, 14, 7], '11:30', 'room'),
  { in: { days: 0, time: '11:30' }, place: 'room' },
]

export const SAMUEL_MEETINGS: readonly MeetingScene[] = [{ in: { days: 0, time: '17:15' }, place: 'room' }]

export const OSCAR_MEETINGS: readonly MeetingScene[] = weekly([1], '11:00', 'room')
