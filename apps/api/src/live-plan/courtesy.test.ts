import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import type { LogId } from '@accord/domain/ids'
import { newUuid } from '../history/new-uuid.js'
import type { LaneMember } from './commit-lane.js'
import { Courtesy } from './courtesy.js'

const LOG = newUuid(0) as LogId
const member = { log: LOG } as LaneMember
/** What is stored: one more each time that it is a plan's turn. */
let stored: number
let courtesy: Courtesy

const wake = () => {
  courtesy.wake(member, () => {
    stored += 1
  })
  return stored
}
const after = (ms: number) => {
  jest.advanceTimersByTime(ms)
  return stored
}

beforeEach(() => {
  jest.useFakeTimers()
  stored = 0
  courtesy = new Courtesy()
})
afterEach(() => {
  courtesy.end()
  jest.useRealTimers()
})

describe('a plan that two processes store in', () => {
  it('[MP14] waits some 12 ms with whoever stored last, and stores once', () => {
    courtesy.told(LOG, 'neighbour')
    courtesy.told(LOG, 'own')
    expect([wake(), wake(), after(8), after(8), after(100)]).toEqual([0, 0, 0, 1, 1])
  })

  it('[MP14] waits no longer once the other one has stored, who came too late before', () => {
    courtesy.told(LOG, 'neighbour')
    courtesy.told(LOG, 'own')
    expect(wake()).toBe(0)
    courtesy.told(LOG, 'neighbour')
    expect([stored, wake()]).toEqual([1, 2])
  })

  it('[MP14] waits for nobody where nobody else writes, or does no more', () => {
    courtesy.told(LOG, 'own')
    expect(wake()).toBe(1)
    courtesy.told(LOG, 'neighbour')
    courtesy.told(LOG, 'own')
    after(1_001)
    expect(wake()).toBe(2)
  })

  it('[MP14] stores what waits at once where its process is asked to stop', () => {
    courtesy.told(LOG, 'neighbour')
    courtesy.told(LOG, 'own')
    expect(wake()).toBe(0)
    courtesy.end()
    expect(stored).toBe(1)
  })
})
