import { describe, expect, it } from '@jest/globals'
import { Passwords } from './passwords.js'

describe('a password', () => {
  it('[ID1] is kept as argon2id with 64 MiB and 3 passes', async () => {
    const passwords = new Passwords()
    const stored = await passwords.hash('an ordinary pass phrase')
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
    expect(await passwords.matches('an ordinary pass phrase', stored)).toBe(true)
    expect(await passwords.matches('an ordinary pass phrasE', stored)).toBe(false)
  })

  it('[ID1] of nobody takes as long to be wrong as somebody’s, and is never right', async () => {
    const passwords = new Passwords()
    const stored = await passwords.hash('an ordinary pass phrase')
    await passwords.prepare()
    const time = async (against: string | null) => {
      const began = performance.now()
      expect(await passwords.matches('nobody has this password', against)).toBe(false)
      return performance.now() - began
    }
    const known: number[] = []
    const unknown: number[] = []
    for (let times = 0; times < 9; times++) {
      known.push(await time(stored))
      unknown.push(await time(null))
    }
    expect(Math.abs(median(known) - median(unknown)) / median(known)).toBeLessThan(0.3)
  })

  it('[ID1] is checked two at a time, and everybody gets their turn', async () => {
    const passwords = new Passwords()
    const stored = await passwords.hash('an ordinary pass phrase')
    const results = await Promise.all(
      Array.from({ length: 7 }, (_, at) =>
        passwords.matches(at % 2 ? 'wrong' : 'an ordinary pass phrase', stored),
      ),
    )
    expect(results).toEqual([true, false, true, false, true, false, true])
  })
})

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}
