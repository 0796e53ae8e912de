import fc from 'fast-check'
import { describe, expect, it } from '@jest/globals'
import type { ClinicWord } from './clinic-wording.js'
import { ENGLISH } from './english.js'
import { wordingListOf } from './list-of.js'
import { quotations } from './quotes.js'
import { inItsCase, withWords, wordingReader } from './wording-hints.js'

const read = wordingReader(ENGLISH, [])
const said = (text: string) => read(text).map((hint) => hint.said)
const first = (text: string) => read(text)[0]?.rule.instead[0]

describe('the list', () => {
  it('[WC2] has at least fifty pairs, each with a reason, a source, and something to write instead', () => {
    expect(ENGLISH.rules.length).toBeGreaterThan(50)
    expect(new Set(ENGLISH.rules.map(({ id }) => id)).size).toBe(ENGLISH.rules.length)
    expect(ENGLISH.rules.filter(({ instead, guide }) => instead.length === 0 && guide === null)).toEqual([])
  })

  it('[WC3] finds every one of its words, whole and in any case', () => {
    for (const { words } of ENGLISH.rules) {
      expect([words, said(words)]).toEqual([words, [words]])
      expect(said(`So ${words.toUpperCase()}.`)).toEqual([words.toUpperCase()])
    }
  })

  it('[WC1] suggests nothing that it would find fault with', () => {
    for (const { words, instead } of ENGLISH.rules)
      for (const one of instead) expect([words, said(`They ${one}, then.`)]).toEqual([words, []])
  })

  it('[WC5] has no words of other languages, whose clinics bring their own', () => {
    expect(wordingReader(wordingListOf('de'), [])('Er verweigert und is an addict')).toEqual([])
    expect(wordingListOf('en-GB')).toBe(ENGLISH)
  })
})

describe('what is found', () => {
  it('[WC3] is a whole word in its script, never a part of one', () => {
    expect(said('psychoeducation, psycho-education, Psychologe, refusedé, über-insane')).toEqual([])
    expect(said('She refused\u00a0to come.')).toEqual(['refused\u00a0to'])
    expect(said('He is drug‑seeking')).toEqual(['drug‑seeking'])
  })

  it('[WC3] is the longest expression that stands there', () => {
    expect(said('a history of prescription drug abuse')).toEqual(['prescription drug abuse'])
    expect(first('She refused to come')).toBe('chose not to')
    expect(first('an addict; a former addict')).toBe('a person with a substance use disorder')
  })

  it('[WC3] is a person only where no noun follows', () => {
    expect(said('a borderline result, an alcoholic drink, a psychotic episode, a drunk driver')).toEqual([])
    expect(said('She is a borderline and he a drunk.')).toEqual(['a borderline', 'a drunk'])
  })

  it('[WC4] is no quotation and no name of an instrument or of an organisation', () => {
    expect(said('“I am an addict”, he says. "crazy" »insane« \'a junkie\' ‘he refuses’')).toEqual([])
    expect(
      said('Drug Abuse Screening Test; alcoholics anonymous; the County Substance Abuse Service'),
    ).toEqual([])
    expect(said('> she refuses\nshe refuses')).toEqual(['refuses'])
    expect(said('Still typing: "he is crazy')).toEqual([])
    expect(said("He's here and refuses; it's Mara's")).toEqual(['refuses'])
    expect(said('The room is clean. The court denied the charges.')).toEqual([])
  })

  it('[WC6] follows what the clinic added and what it leaves alone, the last decision first', () => {
    const word = (act: ClinicWord['act'], words: string, instead = '', language = 'en') =>
      ({ act, language, words, instead, reason: 'Ours' }) satisfies ClinicWord
    const ours = wordingReader(ENGLISH, [
      word('leave', 'Refuses'),
      word('add', 'case load', 'people I see'),
      word('add', 'kunde', 'Klient', 'de'),
    ])
    expect(ours('He refuses. My Case load. Der Kunde.').map((hint) => hint.rule.instead)).toEqual([
      ['people I see'],
    ])
    expect(wordingReader(ENGLISH, [word('leave', 'crazy'), word('add', 'crazy')])('crazy')).toHaveLength(1)
  })

  it('[WC1] keeps a capital when other words are put in', () => {
    const text = 'Denies pain.'
    const [hint] = read(text)
    expect(hint && withWords(text, hint, hint.rule.instead[0] ?? '')).toBe('Reports no pain.')
    expect(inItsCase('denies', 'Reports')).toBe('Reports')
  })
})

/** Texts of listed words, plain words, marks and quotes in any order. */
const piece = fc.oneof(
  fc.constantFrom(...ENGLISH.rules.map(({ words }) => words)),
  fc.constantFrom(
    'sleep',
    'Über',
    'عمل',
    'é',
    '"',
    '“',
    '”',
    "'",
    '«',
    '»',
    '-',
    '\n',
    '>',
    ',',
    '👩‍👧',
    'Test',
    'and',
  ),
)
const texts = fc.array(fc.tuple(piece, fc.constantFrom(' ', ' ', '', '  '))).map((all) => all.flat().join(''))

describe('whatever the text', () => {
  it('[WC1] [WC4] ranges are whole, in order, apart, and never in a quotation', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let end = 0
        for (const { from, to, said: words } of read(text)) {
          expect(from).toBeGreaterThanOrEqual(end)
          expect(to).toBeGreaterThan(from)
          expect(text.slice(from, to)).toBe(words)
          expect(quotations(text).some((one) => one.from < to && from < one.to)).toBe(false)
          end = to
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 300, seed: 7 },
    )
  })

  it('[WC1] nothing is left to suggest where a suggestion was taken', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const hints = read(text)
        const hint = hints.find(({ rule }) => rule.instead.length > 0)
        if (!hint) return
        const instead = hint.rule.instead[0] ?? ''
        const after = read(withWords(text, hint, instead))
        expect(after.some(({ from, to }) => from >= hint.from && to <= hint.from + instead.length)).toBe(
          false,
        )
      }),
      { numRuns: 300, seed: 7 },
    )
  })
})
