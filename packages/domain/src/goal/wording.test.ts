import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { GOAL } from '../testing/plans.js'
import { hasWords, normaliseWording, wordingHash } from './wording.js'

describe('the wording that counts', () => {
  it('[AG3] is named by the hash of the specification', () => {
    expect(wordingHash(GOAL, ' Sleep  by\u0085eleven ')).toBe(
      '8a46d71db8197ef12f302a9d1c211fa04a09ecc0d077c34f22534959d77c376f',
    )
  })

  it('[AG3] knows the 25 white spaces of Unicode, and U+FEFF is none', () => {
    let spaces = 0
    for (let code = 0; code < 0x10000; code++) if (!hasWords(String.fromCharCode(code))) spaces++
    expect(spaces).toBe(25)
    expect(hasWords('\ufeff')).toBe(true)
  })

  it('[AG3] composed and decomposed letters are one wording', () => {
    expect(wordingHash(GOAL, 'cafe\u0301')).toBe(wordingHash(GOAL, 'caf\u00e9'))
  })

  it('[AG3] normalising twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        expect(normaliseWording(normaliseWording(words))).toBe(normaliseWording(words))
      }),
    )
  })
})
