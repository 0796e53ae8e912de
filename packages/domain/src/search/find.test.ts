import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { find, type Calendar, type Findable } from './find.js'
import { foldWords } from './fold-words.js'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const CALENDAR: Calendar = {
  months: MONTHS,
  dayOf: (at) => {
    const day = new Date(at)
    return { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() }
  },
}
const on = (...days: readonly string[]): readonly number[] => days.map((day) => Date.parse(`${day}T10:00Z`))
const thing = (name: string, belongsTo = '', changedAt: readonly number[] = []): Findable => ({
  name,
  belongsTo,
  changedAt,
})
const names = (query: string, ...things: readonly Findable[]): readonly string[] =>
  find(query, things, CALENDAR).map(({ name }) => name)

const jonah = thing('Jonah Okafor')
const zoe = thing('Zoë Åström-Łuczak')

describe('finding somebody', () => {
  it('[FI2] takes no notice of case and accents, in the query or in the name', () => {
    expect(names('JONAH', jonah, zoe)).toEqual(['Jonah Okafor'])
    expect(names('zoe astrom', jonah, zoe)).toEqual(['Zoë Åström-Łuczak'])
    expect(names('Jónáh', jonah, zoe)).toEqual(['Jonah Okafor'])
    expect(names('luczak', zoe)).toHaveLength(1)
  })

  it('[FI2] reads other scripts, with or without their vowel signs', () => {
    expect(names('نور', thing('نُور'))).toHaveLength(1)
  })

  it('[FI3] begins at the beginning of any word, never in the middle of one', () => {
    expect(names('ok jo', jonah)).toEqual(['Jonah Okafor'])
    expect(names('nah', jonah)).toEqual([])
  })

  it('[FI3] puts the very name first, then names that begin so, then the others', () => {
    const things = [thing('Calm sleep'), thing('Dad', 'Sleepy Hollow'), thing('Sleepless'), thing('Sleep')]
    expect(names('sleep', ...things)).toEqual(['Sleep', 'Sleepless', 'Calm sleep', 'Dad'])
  })

  it('[FI3] finds a goal by its client and its name together', () => {
    expect(names('jonah sle', thing('Sleep', 'Jonah Okafor'), thing('Sleep', 'Priya Nair'))).toHaveLength(1)
  })
})

describe('finding a day', () => {
  const changed = thing('Sleep', 'Jonah Okafor', on('2026-11-12', '2026-10-29'))

  it.each(['12 Nov', '12 november', 'Nov 12', '12. Nov 2026', '2026-11-12', 'november 12 2026'])(
    '[FI4] %s finds what changed that day',
    (query) => {
      expect(names(query, changed, jonah)).toEqual(['Sleep'])
    },
  )

  it.each(['13 Nov', '12 Oct', '12 Nov 2025', '2025-11-12', '12', 'Nov', '99 Nov', '2026-13-12'])(
    '[FI4] %s finds nothing then',
    (query) => {
      expect(names(query, changed)).toEqual([])
    },
  )

  it('[FI4] takes a name beside the day', () => {
    const other = thing('Dad', 'Priya Nair', on('2026-11-12'))
    expect(names('priya 12 nov', changed, other)).toEqual(['Dad'])
    expect(names('12 nov sleep', changed, other)).toEqual(['Sleep'])
  })

  it('[FI4] does not hide somebody whose name is a month', () => {
    expect(names('may', thing('May Brook'))).toEqual(['May Brook'])
  })
})

describe('whatever is asked', () => {
  const anyThing = fc.record({
    name: fc.string({ unit: 'grapheme' }),
    belongsTo: fc.string({ unit: 'grapheme' }),
    changedAt: fc.array(fc.integer({ min: 0, max: 2e12 }), { maxLength: 3 }),
  })

  it('[FI2] folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldWords(foldWords(text).join(' '))).toEqual(foldWords(text))
      }),
    )
  })

  it('[FI3] a thing is found by its own name', () => {
    fc.assert(
      fc.property(anyThing, fc.array(anyThing), (one, others) => {
        fc.pre(foldWords(one.name).length > 0)
        expect(find(one.name, [...others, one], CALENDAR)).toContain(one)
      }),
    )
  })

  it('[FI1] what is found was given, once each, and a longer query finds no more', () => {
    fc.assert(
      fc.property(fc.array(anyThing), fc.string(), fc.constantFrom('a', 'jo', '7'), (things, query, word) => {
        const found = find(query, things, CALENDAR)
        expect(new Set(found).size).toBe(found.length)
        expect(things).toEqual(expect.arrayContaining([...found]))
        const longer = find(`${word} zz`, things, CALENDAR)
        expect(find(word, things, CALENDAR)).toEqual(expect.arrayContaining([...longer]))
      }),
    )
  })
})
