import { describe, expect, it } from '@jest/globals'
import { GAD_7, PHQ_9 } from './built-in.js'
import { scoreQuestionnaire, type Answers, type ScoringDefinition } from './questionnaire.js'
import { CHANGE_THRESHOLDS, reliableChange, smallestReliableDifference } from './reliable-change.js'

const answers = (values: readonly (number | null)[]): Answers =>
  Object.fromEntries(values.map((value, at) => [`${at + 1}`, value]))
const phq = (...values: (number | null)[]) => scoreQuestionnaire(PHQ_9, answers(values))
const threshold = (instrument: (typeof CHANGE_THRESHOLDS)[number]['instrument']) => {
  const row = CHANGE_THRESHOLDS.find((one) => one.instrument === instrument)
  if (!row) throw new Error('no such row')
  return row
}

describe('scoring a questionnaire', () => {
  it.each([
    [0, 'minimal'],
    [4, 'minimal'],
    [5, 'mild'],
    [9, 'mild'],
    [10, 'moderate'],
    [14, 'moderate'],
    [15, 'moderately-severe'],
    [19, 'moderately-severe'],
    [20, 'severe'],
    [24, 'severe'],
  ])('[ME1] a PHQ-9 of %i is in the band %s', (total, band) => {
    const values = Array.from({ length: 8 }, (_, at) => Math.max(0, Math.min(3, total - at * 3)))
    expect(phq(...values, 0)).toMatchObject({ total, band, isProrated: false, missing: [] })
  })

  it('[ME1] the ninth item of PHQ-9 is told from the first answer that is not "not at all", whatever the total', () => {
    expect(phq(0, 0, 0, 0, 0, 0, 0, 0, 1)).toMatchObject({ total: 1, band: 'minimal', alerts: ['9'] })
    expect(phq(3, 3, 3, 3, 3, 3, 3, 3, 0).alerts).toEqual([])
  })

  it('[ME1] a missing answer is no zero: two are made up, a third leaves no total', () => {
    expect(phq(2, 2, 2, 2, 2, 2, 2, null, 0)).toMatchObject({
      total: 15.75,
      isProrated: true,
      missing: ['8'],
    })
    expect(phq(1, 1, 1, 1, 1, 1, null, null, 1).total).toBe(9)
    expect(phq(1, 1, 1, 1, 1, null, null, null, 1)).toMatchObject({ total: null, band: null })
  })

  it('[ME1] the ninth item is never made up, and its missing is told', () => {
    const score = phq(1, 1, 1, 1, 1, 1, 1, 1, null)
    expect(score).toMatchObject({ total: null, alerts: [], unansweredAlerts: ['9'] })
  })

  it('[ME1] GAD-7 has its own bands', () => {
    const gad = (total: number) =>
      scoreQuestionnaire(
        GAD_7,
        answers(Array.from({ length: 7 }, (_, at) => Math.max(0, Math.min(3, total - at * 3)))),
      )
    expect([4, 5, 9, 10, 14, 15, 21].map((total) => gad(total).band)).toEqual([
      'minimal',
      'mild',
      'mild',
      'moderate',
      'moderate',
      'severe',
      'severe',
    ])
  })

  it('[ME1] subscales are added up from their own items', () => {
    const twelve: ScoringDefinition = {
      items: Array.from({ length: 12 }, (_, at) => `${at + 1}`),
      itemRange: { min: 1, max: 5 },
      method: 'sum',
      mostMissing: 0,
      direction: 'higher-is-better',
      subscales: [
        { code: 'task', items: ['1', '2', '10', '12'] },
        { code: 'bond', items: ['3', '5', '7', '9'] },
        { code: 'goal', items: ['4', '6', '8', '11'] },
      ],
    }
    const score = scoreQuestionnaire(twelve, answers(twelve.items.map((_, at) => 1 + ((at + 1) % 5))))
    expect(score).toMatchObject({ total: 35, subscales: { task: 9, bond: 13, goal: 13 } })
  })

  it('[ME1] a reversed item counts the other way round, and a mean stays on the items’ scale', () => {
    const five: ScoringDefinition = {
      ...{ items: ['1', '2', '3', '4', '5'], itemRange: { min: 1, max: 7 }, method: 'mean', mostMissing: 1 },
      ...{ reversed: ['3'], direction: 'higher-is-better' },
    }
    expect(scoreQuestionnaire(five, { 1: 7, 2: 7, 3: 1, 4: 7, 5: 7 }).total).toBe(7)
    expect(scoreQuestionnaire(five, { 1: 6, 2: 6, 3: 2, 4: 6 }).total).toBe(6)
  })

  it('[ME1] refuses answers that nobody could give', () => {
    for (const odd of [{ 1: 4 }, { 1: -1 }, { 1: NaN }, { 10: 1 }]) {
      expect(() => scoreQuestionnaire(PHQ_9, odd)).toThrow(RangeError)
    }
  })
})

describe('reliable change', () => {
  it.each([
    ['phq-9', 16, 9, 'improved'],
    ['phq-9', 9, 14, 'too-small'],
    ['phq-9', 9, 15, 'worsened'],
    ['gad-7', 12, 8, 'improved'],
    ['goal-progress', 4, 7, 'improved'],
    ['goal-progress', 4, 6, 'too-small'],
    ['goal-progress', 7, 4, 'worsened'],
  ] as const)('[ME2] on %s from %i to %i is %s', (instrument, before, after, change) => {
    expect(reliableChange(before, after, threshold(instrument))).toBe(change)
  })

  it('[ME2] a threshold with decimals is met exactly', () => {
    const ors = { minimum: 6.55, direction: 'higher-is-better' } as const
    expect(reliableChange(20.1, 26.65, ors)).toBe('improved')
    expect(reliableChange(20.1, 26.6, ors)).toBe('too-small')
  })

  it('[ME2] the method of Jacobson and Truax gives its published figure', () => {
    expect(smallestReliableDifference(7.5, 0.89)).toBeCloseTo(6.8949, 4)
    expect(() => smallestReliableDifference(1, 1.2)).toThrow(RangeError)
  })
})
