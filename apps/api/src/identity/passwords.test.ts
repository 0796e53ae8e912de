import { beforeEach, describe, expect, it, jest } from '@jest/globals'

const argon2 = await import('@node-rs/argon2')
const hash = jest.fn(argon2.hash)
const verify = jest.fn(argon2.verify)
jest.unstable_mockModule('@node-rs/argon2', () => ({ ...argon2, hash, verify }))
const { Passwords } = await import('./passwords.js')

const COST = '$argon2id$v=19$m=65536,t=3,p=1$'

beforeEach(() => {
  hash.mockClear()
  verify.mockClear()
})

describe('a password', () => {
  it('[ID1] is kept as argon2id with 64 MiB and 3 passes', async () => {
    const passwords = new Passwords()
    const stored = await passwords.hash('an ordinary pass phrase')
    expect(stored.startsWith(COST)).toBe(true)
    expect(await passwords.matches('an ordinary pass phrase', stored)).toBe(true)
    expect(await passwords.matches('an ordinary pass phrasE', stored)).toBe(false)
  })

  it('[ID1] of nobody takes the work of somebody’s to be wrong, from the first time on, and is never right', async () => {
    const passwords = new Passwords()
    const stored = await passwords.hash('an ordinary pass phrase')
    await passwords.prepare()
    hash.mockClear()
    for (const against of [null, stored, null]) {
      expect(await passwords.matches('nobody has this password', against)).toBe(false)
      expect(String(verify.mock.lastCall?.[0]).startsWith(COST)).toBe(true)
    }
    expect([verify, hash].map(({ mock }) => mock.calls.length)).toEqual([3, 0])
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
