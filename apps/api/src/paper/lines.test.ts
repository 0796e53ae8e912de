import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { linesOf, type Measure } from './lines.js'
import { printable } from './printable.js'

/** Every letter one wide; Arabic letters have a face of their own. */
const measure: Measure = {
  faceOf: (character) => (/\p{Script=Arabic}/u.test(character) ? 'arabic' : 'sans'),
  widthOf: (text) => Array.from(text).length,
}
const runs = (text: string, width = 80) =>
  linesOf(text, width, measure).map((line) => line.runs.map(({ text: run, x }) => `${run}@${x}`).join(' '))

describe('a line on paper', () => {
  it('[RV13] reads from the left where its first letter does, and breaks between words', () => {
    expect(runs('I sleep through', 8)).toEqual(['I@0 sleep@2', 'through@0'])
    expect(runs('abcdefghij kl', 4)).toEqual(['abcd@0', 'efgh@0', 'ij@0', 'kl@0'])
  })

  it('[RV13] puts the first Arabic word furthest to the right, each word as it is written', () => {
    const [line] = linesOf('أنام معظم الليالي', 80, measure)
    expect(line?.isRightToLeft).toBe(true)
    expect(line?.runs.map(({ text }) => text)).toEqual(['الليالي', 'معظم', 'أنام'])
    expect(line?.runs.map(({ x }) => x)).toEqual([0, 8, 13])
  })

  it('[RV13] turns brackets round with their words, and leaves numbers and Latin words as they are', () => {
    expect(runs('نوم (مع Jonah) 7')).toEqual(['7@0 (@2 Jonah@3 مع@9 )@11 نوم@13'])
  })

  it('[RV13] loses no letter, whatever is written and however narrow the page', () => {
    const anything = fc.string({
      unit: fc.constantFrom('a', ' ', '.', 'ل', 'م', '7', '(', '😀', 'é'),
      maxLength: 60,
    })
    const letters = (text: string) =>
      Array.from(text.replace(/[\s()]/gu, ''))
        .sort()
        .join('')
    fc.assert(
      fc.property(anything, fc.integer({ min: 1, max: 12 }), (text, width) => {
        const lines = linesOf(text, width, measure)
        expect(letters(lines.flatMap((line) => line.runs.map((run) => run.text)).join(''))).toBe(
          letters(text),
        )
        for (const line of lines) expect(line.width).toBeLessThanOrEqual(width)
      }),
    )
  })

  it('[RV13] prints no control and no mark of direction', () => {
    expect(printable('a\u202eb\u0000c\u2066d\u200fe\r\nf\tg')).toBe('abcde\nf g')
  })
})
