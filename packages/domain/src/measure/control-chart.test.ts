import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { controlChart } from './control-chart.js'

const BASELINE = [50, 52, 51, 53, 52, 54, 53, 52]
const ALL = [...BASELINE, 53, 44, 49, 53]
const scale = { min: 12, max: 60 }

describe('a person against their own range', () => {
  it('[AL1] is that of the worked example, learned from the first eight sessions', () => {
    const chart = controlChart(ALL, { baseline: 8, ...scale })
    expect(chart.mean).toBe(52.125)
    expect(chart.movingRange).toBeCloseTo(1.428571, 6)
    expect(chart.limits?.lower).toBeCloseTo(48.325, 3)
    expect(chart.limits?.upper).toBeCloseTo(55.925, 3)
    expect(chart.rangeLimit).toBeCloseTo(4.667143, 6)
    expect(chart.sigma).toBeCloseTo(1.266464, 6)
    expect(chart.standing).toBe('full')
    const [ninth, tenth, eleventh, twelfth] = chart.points.slice(8)
    expect(ninth).toMatchObject({ signal: null, isRangeSignal: false })
    expect(tenth).toMatchObject({ signal: 'below', movingRange: 9, isRangeSignal: true })
    expect(eleventh).toMatchObject({ signal: 'warning', isRepair: false })
    expect(twelfth).toMatchObject({ signal: null, isRepair: true })
  })

  it('[AL1] learned from all sessions hides most of the drop: that is why limits are frozen', () => {
    const chart = controlChart(ALL)
    expect(chart.mean).toBeCloseTo(51.3333, 4)
    expect(chart.movingRange).toBeCloseTo(2.636364, 6)
    expect(chart.limits?.lower).toBeCloseTo(44.3206, 4)
    expect(chart.limits?.upper).toBeCloseTo(58.3461, 4)
  })

  it('[AL1] skips a missing rating and fills in none', () => {
    const withGap = controlChart([...BASELINE.slice(0, 4), null, ...BASELINE.slice(4)])
    const { points, ...learned } = controlChart(BASELINE)
    expect(withGap).toMatchObject(learned)
    expect(withGap.points[4]).toEqual({
      ...{ value: null, movingRange: null, signal: null, isRangeSignal: false, isRepair: false },
    })
    expect(withGap.points.filter(({ value }) => value !== null)).toEqual(points)
  })

  it('[AL1] keeps limits within the scale', () => {
    const { limits } = controlChart([9, 10, 9, 10, 8, 10], { min: 0, max: 10 })
    expect(limits?.upper).toBe(10)
    expect(limits?.lower).toBeGreaterThan(0)
  })

  it('[AL1] where ratings never moved, asks for a difference of some size', () => {
    const signals = (last: number, smallestChange?: number) =>
      controlChart([9, 9, 9, 9, 9, 9, last], { baseline: 6, ...(smallestChange ? { smallestChange } : {}) })
        .points.slice(-1)
        .map(({ signal, isRangeSignal }) => [signal, isRangeSignal])
    expect(signals(8.8)).toEqual([[null, false]])
    expect(signals(8)).toEqual([['below', true]])
    expect(signals(8, 2)).toEqual([[null, false]])
    expect(signals(10)).toEqual([['above', true]])
  })

  it.each([
    [4, 'trend-only'],
    [5, 'provisional'],
    [7, 'provisional'],
    [8, 'full'],
  ] as const)('[AL2] with %i values its limits are %s', (count, standing) => {
    const chart = controlChart(BASELINE.slice(0, count))
    expect([chart.standing, chart.limits === null]).toEqual([standing, standing === 'trend-only'])
    if (standing === 'trend-only') expect(chart.points.every(({ signal }) => signal === null)).toBe(true)
  })

  it('[AL2] has a place for every value, also when there is none', () => {
    expect(controlChart([])).toMatchObject({
      standing: 'trend-only',
      mean: null,
      movingRange: null,
      points: [],
    })
    expect(controlChart([null, 7])).toMatchObject({ mean: 7, movingRange: null })
  })

  it('[AL1] refuses what cannot be rated', () => {
    expect(() => controlChart([11], { min: 0, max: 10 })).toThrow(RangeError)
    expect(() => controlChart([NaN])).toThrow(RangeError)
    expect(() => controlChart([1], { baseline: 0 })).toThrow(RangeError)
  })

  it('[AL1] what comes after the baseline moves no limit', () => {
    const rating = fc.integer({ min: 0, max: 10 })
    const learned = fc.array(rating, { minLength: 6, maxLength: 6 })
    fc.assert(
      fc.property(learned, fc.array(fc.option(rating, { nil: null })), (first, later) => {
        const { limits, mean, rangeLimit } = controlChart([...first, ...later], { baseline: 6 })
        expect({ limits, mean, rangeLimit }).toEqual({
          limits: controlChart(first).limits,
          mean: controlChart(first).mean,
          rangeLimit: controlChart(first).rangeLimit,
        })
      }),
    )
  })
})
