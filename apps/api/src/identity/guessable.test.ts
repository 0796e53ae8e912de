import { describe, expect, it, jest } from '@jest/globals'
import { dictionary } from '@zxcvbn-ts/language-common'
import { Secret } from 'otpauth'
import { SHORTEST_PASSWORD } from '@accord/domain/people/password'
import { isGuessable } from './guessable.js'
import { Passwords } from './passwords.js'

describe('a password that somebody would try', () => {
  it('[ID30] is refused when it is on the list of those that were breached', () => {
    const words = dictionary['passwords-common'].map(String)
    expect(words.length).toBeGreaterThan(20_000)
    const long = words.filter((word) => word.length >= SHORTEST_PASSWORD)
    expect(long.length).toBeGreaterThan(20)
    expect(long.filter((word) => !isGuessable(word, []))).toEqual([])
  })

  it('[ID30] is refused when it is made of the clinic’s name, its person’s or the product’s', () => {
    const known = ['Alder House Practice', 'Maximiliana Holm', 'holm@example.org']
    const made = [
      'Alder House 1',
      'alderhouse2026',
      'alderalder12',
      'Maximiliana.1',
      'holmholmholm',
      'accordaccord',
      'Accord123456',
    ]
    expect(made.filter((password) => !isGuessable(password, known))).toEqual([])
    expect(isGuessable('kettle harbour violet spoon', known)).toBe(false)
  })
})

describe('a password as it was typed', () => {
  it('[ID1] is compared whole: nothing cut off, no case folded, no space taken away', async () => {
    const passwords = new Passwords()
    const typed = `  Ärger ${'x'.repeat(110)} End `
    const stored = await passwords.hash(typed)
    expect(await passwords.matches(typed, stored)).toBe(true)
    for (const other of [
      typed.trim(),
      typed.toLowerCase(),
      typed.slice(0, -1),
      typed.slice(0, 72),
      `${typed}.`,
    ])
      expect(await passwords.matches(other, stored)).toBe(false)
  })
})

describe('codes and links', () => {
  it('[ID16] [ID27] [ID29] come from the system’s generator, whatever chance the program itself has', async () => {
    const chance = jest.spyOn(Math, 'random').mockReturnValue(0.5)
    const { newToken } = await import('./token.js')
    const tokens = new Set(Array.from({ length: 1_000 }, () => newToken()))
    const seeds = new Set(Array.from({ length: 1_000 }, () => new Secret({ size: 20 }).base32))
    expect([tokens.size, seeds.size, chance.mock.calls.length]).toEqual([1_000, 1_000, 0])
    expect([...tokens].every((token) => Buffer.from(token, 'base64url').length === 32)).toBe(true)
    chance.mockRestore()
  })
})
