import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { cleanText, hasForbiddenCharacter } from './characters.js'
import { wordDiff } from './word-diff.js'

const words = fc
  .array(fc.constantFrom('sleep', 'by', 'ten', 'most', 'nights,', '\n'), { maxLength: 12 })
  .map((list) => list.join(' '))

describe('the difference between two wordings', () => {
  it('[AG8] is told word by word', () => {
    expect(wordDiff('I sleep at least four nights a week', 'I sleep most nights a week')).toEqual([
      { kind: 'same', text: 'I sleep ' },
      { kind: 'removed', text: 'at least four ' },
      { kind: 'added', text: 'most ' },
      { kind: 'same', text: 'nights a week' },
    ])
  })

  it('[AG8] holds both wordings whole', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const diff = wordDiff(before, after)
        const without = (kind: string) =>
          diff
            .filter((part) => part.kind !== kind)
            .map((part) => part.text)
            .join('')
        expect(without('added')).toBe(before)
        expect(without('removed')).toBe(after)
      }),
    )
  })
})

describe('what is pasted', () => {
  it('[LP6] becomes text that is accepted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(hasForbiddenCharacter(cleanText(text))).toBe(false)
      }),
    )
    expect(cleanText('a\r\nb\rc\u202e')).toBe('a\nb\nc')
  })
})
