import { afterEach, describe, expect, it, jest } from '@jest/globals'
import { managerTo } from './socket-connection.js'

/** How long a tab waits before each try, in ms, when chance has it so. */
function waits(chance: number): readonly number[] {
  jest.spyOn(Math, 'random').mockReturnValue(chance)
  const manager = managerTo('http://127.0.0.1:9')
  manager.reconnection(false)
  manager._close()
  const backoff = manager['backoff'] as { readonly duration: () => number }
  return Array.from({ length: 12 }, () => backoff.duration())
}

afterEach(() => {
  jest.restoreAllMocks()
})

describe('a tab whose server went away', () => {
  it.each([0, 0.15, 0.5, 0.89, 0.99])(
    '[MP13] tries again within 100 to 300 ms, then twice as late each time, up to 30 s (%d)',
    (chance) => {
      const [first = 0, ...later] = waits(chance)
      expect(first).toBeGreaterThanOrEqual(100)
      expect(first).toBeLessThanOrEqual(300)
      later.forEach((wait, at) => {
        const twice = first * 2 ** (at + 1)
        expect(Math.abs(wait - Math.min(twice, 30_000))).toBeLessThanOrEqual(2 ** (at + 1))
      })
      expect(later.at(-1)).toBe(30_000)
    },
  )

  it('[MP13] doesn’t come back together with all others', () => {
    const firsts = [0.05, 0.15, 0.45, 0.55, 0.95].map((chance) => waits(chance)[0])
    expect(new Set(firsts).size).toBe(firsts.length)
  })
})
