import { describe, expect, it } from '@jest/globals'
import type { PersonId, SessionId } from '../ids.js'
import { sessionNews, type ToldSession } from './session-news.js'

const [mara, jonah] = ['mara' as PersonId, 'jonah' as PersonId]
const told = (changes: Partial<ToldSession>): ToldSession => ({
  session: 's' as SessionId,
  scheduledFor: 100,
  state: 'scheduled',
  steps: (['scheduled', 'live', 'cancelled'] as const).map((state, at) => ({ state, at: at + 10, by: mara })),
  arrived: [],
  ...changes,
})
const kinds = (changes: Partial<ToldSession>, person = jonah, seenUpTo = 0, now = 50) =>
  sessionNews([told(changes)], { person, seenUpTo, now }).map(({ kind }) => kind)

describe('news of sessions', () => {
  it('[AT15] tells whoever was away that one was made, called off, or opened without them', () => {
    expect(kinds({})).toEqual(['scheduled'])
    expect(kinds({ state: 'cancelled' })).toEqual(['cancelled'])
    expect(kinds({ state: 'live' })).toEqual(['opened'])
    expect(kinds({ state: 'signed' })).toEqual(['opened'])
  })

  it('[SE11] tells that one is open until it ends or they are there, whatever they have seen', () => {
    expect(kinds({ state: 'live' }, jonah, 90)).toEqual(['opened'])
  })

  it('[AT15] tells nobody of what they did, what they saw, where they were, or what is past', () => {
    expect(kinds({}, mara)).toEqual([])
    expect(kinds({}, jonah, 10)).toEqual([])
    expect(kinds({ state: 'signed' }, jonah, 11)).toEqual([])
    expect(kinds({ state: 'live', arrived: [jonah] })).toEqual([])
    expect(kinds({ state: 'cancelled' }, jonah, 0, 100)).toEqual([])
  })
})
