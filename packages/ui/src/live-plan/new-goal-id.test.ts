import { describe, expect, it } from '@jest/globals'
import { isUuidV7 } from '@accord/domain/ids'
import { newDraftId, newGoalId } from './new-goal-id.js'

const timeOf = (id: string) => Number.parseInt(id.replace('-', '').slice(0, 12), 16)

describe('the id of a new goal', () => {
  it('[LP7] is one that the server takes, and another each time', () => {
    const ids = [newGoalId(), newGoalId(), newDraftId(), newDraftId()]
    expect(ids.every(isUuidV7)).toBe(true)
    expect(new Set(ids).size).toBe(4)
  })

  it('[DR5] tells nobody when a draft was begun', () => {
    expect(timeOf(newDraftId())).toBe(0)
    expect(timeOf(newGoalId())).toBeGreaterThan(Date.UTC(2026, 0, 1))
  })
})
