import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { PURPOSES } from './purpose.js'
import { consentTextHash } from './text.js'

const words = fc.record({
  title: fc.string(),
  words: fc.string(),
  points: fc.array(fc.record({ title: fc.string(), words: fc.string() }), { maxLength: 4 }),
})

it('[CO2] names two texts alike only when every word and every boundary is alike', () => {
  fc.assert(
    fc.property(fc.constantFrom(...PURPOSES), words, words, (purpose, one, other) => {
      const same = JSON.stringify(one) === JSON.stringify(other)
      return (consentTextHash(purpose, one) === consentTextHash(purpose, other)) === same
    }),
  )
  fc.assert(
    fc.property(words, (text) => {
      const moved = { ...text, title: `${text.title}x`, words: text.words }
      return consentTextHash('limits', text) !== consentTextHash('limits', moved)
    }),
  )
})

it('[CO2] tells a word that moved from the title into the text', () => {
  const one = consentTextHash('limits', { title: 'ab', words: 'c', points: [] })
  expect(consentTextHash('limits', { title: 'a', words: 'bc', points: [] })).not.toBe(one)
  expect(consentTextHash('supervision', { title: 'ab', words: 'c', points: [] })).not.toBe(one)
})
