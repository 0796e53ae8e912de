import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { SpreadRounds } from './spread-rounds.js'

const TIME = 1_000

let things: number[]
let seen: number[][]
let lookAfter: (few: readonly number[]) => Promise<void>

beforeEach(() => {
  jest.useFakeTimers()
  things = []
  seen = []
  lookAfter = (few) => Promise.resolve(void seen.push([...few]))
})
afterEach(() => void jest.useRealTimers())

function begin(): SpreadRounds<number> {
  const rounds = new SpreadRounds(
    () => things,
    (few) => lookAfter(few),
    TIME,
    3,
  )
  rounds.begin()
  return rounds
}

describe('rounds of many things', () => {
  it('[MP6] look after few at a time, all of them within the time of one round, and begin again', async () => {
    things = [1, 2, 3, 4, 5, 6, 7]
    begin()
    await jest.advanceTimersByTimeAsync(TIME)
    expect(seen).toEqual([[1, 2, 3]])
    await jest.advanceTimersByTimeAsync(0.7 * TIME)
    expect(seen).toEqual([[1, 2, 3], [4, 5, 6], [7]])
    things = [8]
    await jest.advanceTimersByTimeAsync(TIME)
    expect(seen.slice(3)).toEqual([[8]])
  })

  it('go on when there is nothing to look after, and when looking failed', async () => {
    lookAfter = () => Promise.reject(new Error('the database is away'))
    begin()
    await jest.advanceTimersByTimeAsync(3 * TIME)
    things = [1]
    await jest.advanceTimersByTimeAsync(2 * TIME)
    lookAfter = (few) => Promise.resolve(void seen.push([...few]))
    await jest.advanceTimersByTimeAsync(TIME)
    expect(seen).toEqual([[1]])
  })

  it('[MP6] count the time of a look in, but for half of its share', async () => {
    things = [1]
    const slow = [0.3 * TIME, 0.9 * TIME]
    lookAfter = async (few) => {
      seen.push([...few])
      await new Promise((resolve) => setTimeout(resolve, slow[seen.length - 1]))
    }
    begin()
    await jest.advanceTimersByTimeAsync(2 * TIME)
    expect(seen).toHaveLength(2)
    await jest.advanceTimersByTimeAsync(1.3 * TIME)
    expect(seen).toHaveLength(2)
    await jest.advanceTimersByTimeAsync(0.2 * TIME)
    expect(seen).toHaveLength(3)
  })

  it('begin no look before the last one has ended', async () => {
    things = [1]
    let end = () => {}
    lookAfter = (few) => {
      seen.push([...few])
      return new Promise((resolve) => (end = resolve))
    }
    begin()
    await jest.advanceTimersByTimeAsync(5 * TIME)
    expect(seen).toHaveLength(1)
    end()
    await jest.advanceTimersByTimeAsync(TIME)
    expect(seen).toHaveLength(2)
  })

  it('end when they are stopped, also in the middle of one', async () => {
    things = [1, 2, 3, 4]
    const rounds = begin()
    await jest.advanceTimersByTimeAsync(TIME)
    rounds.stop()
    await jest.advanceTimersByTimeAsync(5 * TIME)
    expect(seen).toEqual([[1, 2, 3]])
  })
})
