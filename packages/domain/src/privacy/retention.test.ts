import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { isRetentionCode, keptUntil, RETENTION_RULES, rulesFor, type RetentionCode } from './retention.js'

const rule = (code: RetentionCode) => RETENTION_RULES.filter((one) => one.code === code)
const until = (code: RetentionCode, birthDate: string | null, lastService: string, died?: string) => {
  const kept = keptUntil({
    rules: rule(code),
    birthDate,
    lastService,
    ...(died === undefined ? {} : { died }),
  })
  return kept.kind === 'kept' ? kept.until : kept.kind
}

describe('how long a record is kept', () => {
  it.each([
    ['us-apa', '2010-02-01', '2017-03-01', '2031-02-01'],
    ['us-apa', '1980-02-01', '2017-03-01', '2024-03-01'],
    ['us-apa', '2010-02-01', '2028-01-31', '2035-01-31'],
    ['us-california', '2010-02-01', '2017-03-01', '2035-02-01'],
    ['us-california', '1980-02-01', '2017-03-01', '2024-03-01'],
    ['us-pennsylvania', '2010-02-01', '2017-03-01', '2022-03-01'],
    ['uk-private', '2010-02-01', '2017-03-01', '2035-02-01'],
    ['nhs-general', '1980-02-01', '2017-03-01', '2025-03-01'],
    ['nhs-general', '2010-02-01', '2017-03-01', '2035-02-01'],
    ['nhs-general', '2010-02-01', '2027-02-01', '2036-02-01'],
    ['nhs-mental-health', '1980-02-01', '2017-03-01', '2037-03-01'],
    ['de-bgb-630f', '2010-02-01', '2017-03-01', '2027-03-01'],
  ] as const)('[DR20] %s: born %s, last seen %s → %s', (code, born, last, day) => {
    expect(until(code, born, last)).toBe(day)
  })

  it('[DR20] ends on the 1st of March where it would end on a 29th of February that there is not', () => {
    expect(until('us-apa', '2008-02-29', '2017-03-01')).toBe('2029-03-01')
    expect(until('de-bgb-630f', '1980-01-01', '2024-02-29')).toBe('2034-03-01')
    expect(until('nhs-mental-health', '1980-01-01', '2004-02-29')).toBe('2024-02-29')
  })

  it('[DR20] lasts the years after a death that a rule names, and never for that the less long', () => {
    expect(until('nhs-mental-health', '1980-01-01', '2017-03-01', '2034-05-01')).toBe('2044-05-01')
    expect(until('nhs-mental-health', '1980-01-01', '2017-03-01', '2018-05-01')).toBe('2037-03-01')
    expect(until('us-apa', '1980-01-01', '2017-03-01', '2034-05-01')).toBe('2024-03-01')
  })

  it('[DR20] is known of no record where a rule for children asks for a day of birth that nobody knows', () => {
    expect(until('us-apa', null, '2017-03-01')).toBe('unknown-age')
    expect(until('us-pennsylvania', null, '2017-03-01')).toBe('2022-03-01')
  })

  it('[DR20] of several rules the longest wins, and is the one that is named', () => {
    const kept = keptUntil({ rules: RETENTION_RULES, birthDate: '1980-01-01', lastService: '2017-03-01' })
    expect(kept).toMatchObject({ kind: 'kept', until: '2037-03-01', rule: { code: 'nhs-mental-health' } })
  })

  it('[DR21] is nothing that anybody can say where the practice chose no rule for such work', () => {
    const chosen = ['nhs-mental-health']
    expect(rulesFor([], 'psychotherapy')).toEqual([])
    expect(rulesFor(chosen, 'massage')).toEqual([])
    expect(rulesFor(chosen, 'counselling')).toEqual(rule('nhs-mental-health'))
    expect(keptUntil({ rules: [], birthDate: null, lastService: '2017-03-01' })).toEqual({ kind: 'no-rule' })
    expect(isRetentionCode('us-apa')).toBe(true)
    expect(isRetentionCode('us-nowhere')).toBe(false)
  })
})

const dayBetween = (from: string, to: string) =>
  fc
    .date({ min: new Date(from), max: new Date(to), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
const life = fc
  .tuple(dayBetween('1930-01-01', '2026-01-01'), dayBetween('2000-01-01', '2040-01-01'))
  .filter(([born, last]) => born < last)
const kept = (rules: typeof RETENTION_RULES, [birthDate, lastService]: readonly [string, string]) => {
  const answer = keptUntil({ rules, birthDate, lastService })
  if (answer.kind !== 'kept') throw new Error('a rule gives a day')
  return answer.until
}
const someRules = fc.subarray([...RETENTION_RULES], { minLength: 1 })

describe('whoever lived and whenever they were last seen', () => {
  it('[DR20] nothing is given up before the years of an adult are over', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RETENTION_RULES), life, (one, [born, last]) => {
        const year = Number(last.slice(0, 4)) + one.adultYears
        expect(kept([one], [born, last]) >= `${String(year)}${last.slice(4)}`).toBe(true)
      }),
    )
  })

  it('[DR20] one more rule, or one more visit, never makes it shorter', () => {
    fc.assert(
      fc.property(someRules, life, dayBetween('2000-01-01', '2040-01-01'), (rules, [born, last], other) => {
        expect(kept(RETENTION_RULES, [born, last]) >= kept(rules, [born, last])).toBe(true)
        const [sooner, later] = [last, other < last ? last : other]
        expect(kept(rules, [born, later]) >= kept(rules, [born, sooner])).toBe(true)
      }),
    )
  })

  it('[DR20] of somebody under age nothing is given up before they are of age, where a rule is about them', () => {
    const forChildren = RETENTION_RULES.filter(({ minor }) => minor.kind !== 'as-adults')
    fc.assert(
      fc.property(fc.constantFrom(...forChildren), life, (one, [born, last]) => {
        expect(kept([one], [born, last]).slice(0, 4) >= String(Number(born.slice(0, 4)) + 18)).toBe(true)
      }),
    )
  })

  it('[DR20] it is a day of the calendar', () => {
    fc.assert(
      fc.property(someRules, life, (rules, lived) => {
        const day = kept(rules, lived)
        expect(new Date(day).toISOString().slice(0, 10)).toBe(day)
      }),
    )
  })
})
