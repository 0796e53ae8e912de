import { describe, expect, it } from '@jest/globals'
import { hasBrokenText, isTooDeep } from './well-formed.js'

/** Lists, or objects, or both in turn, so many within each other. */
function nested(levels: number, wrap: (inner: unknown, level: number) => unknown): unknown {
  let value: unknown = 1
  for (let level = 0; level < levels; level++) value = wrap(value, level)
  return value
}

describe('what anybody sends', () => {
  it.each([
    ['lists', (inner: unknown) => [inner]],
    ['objects', (inner: unknown) => ({ inner })],
    ['both', (inner: unknown, level: number) => (level % 2 ? [1, inner] : { a: 1, inner })],
  ])('[FT5] [A16] nests twenty deep and no deeper: %s', (_kind, wrap) => {
    expect([19, 20, 21, 5_000].map((levels) => isTooDeep(nested(levels, wrap)))).toEqual([
      false,
      false,
      true,
      true,
    ])
  })

  it('[FT6] holds no half of a character and no control', () => {
    for (const broken of ['\ud83d', '\ude00', '\0', '\u0007', '\u009b'])
      expect(hasBrokenText({ a: [`words ${broken}`] })).toBe(true)
    for (const whole of ['😀', 'a\tb\r\nc\u0085', 'é', '\u202e'])
      expect(hasBrokenText({ a: [whole] })).toBe(false)
  })
})
