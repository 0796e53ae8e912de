import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { goalAttainmentChange, goalAttainmentT } from './goal-attainment.js'

const unweighted = (...scores: (number | null)[]) => goalAttainmentT(scores.map((score) => ({ score })))
const level = fc.integer({ min: -2, max: 2 })

describe('goal attainment', () => {
  it.each([
    [1, [10, 40, 30, 70]],
    [2, [6.2017, 37.6, 25.19, 74.81]],
    [4, [3.6274, 35.49, 20.98, 79.02]],
    [5, [3.0151, 34.92, 19.85, 80.15]],
  ])(
    '[GS4] is that of the published table for %i goals',
    (goals, [perLevel = 0, allLess, allLeast, allMost]) => {
      const all = (score: number) => unweighted(...Array.from({ length: goals }, () => score))
      expect(unweighted(1, ...Array.from({ length: goals - 1 }, () => 0))).toBeCloseTo(50 + perLevel, 3)
      expect(all(-1)).toBeCloseTo(allLess ?? NaN, 2)
      expect(all(-2)).toBeCloseTo(allLeast ?? NaN, 2)
      expect(all(2)).toBeCloseTo(allMost ?? NaN, 2)
    },
  )

  it.each([[[4, 2, 1]], [[40, 20, 10]]])(
    '[GS4] weighs goals, whatever the unit of the weights',
    (weights) => {
      const goals = [0, 1, -1].map((score, at) => ({ score, weight: weights[at] ?? 0, baseline: -1 }))
      expect(goalAttainmentT(goals)).toBeCloseTo(51.8443, 4)
      const change = goalAttainmentChange(goals)
      expect(change?.baseline).toBeCloseTo(37.0901, 4)
      expect(change?.change).toBeCloseTo(14.7542, 4)
    },
  )

  it('[GS4] leaves out a goal without a score, and is nothing where none is scored', () => {
    expect(unweighted(1, null, -2)).toBe(unweighted(1, -2))
    expect(unweighted(1, null)).not.toBe(unweighted(1, 0))
    expect(unweighted(null, null)).toBeNull()
    expect(goalAttainmentT([])).toBeNull()
  })

  it('[GS4] leaves out a goal that weighs nothing, unless none weighs anything', () => {
    const [a, b] = [{ score: 2 }, { score: -1 }]
    expect(goalAttainmentT([a, { ...b, weight: 0 }])).toBe(goalAttainmentT([a]))
    expect(
      goalAttainmentT([
        { ...a, weight: 0 },
        { ...b, weight: 0 },
      ]),
    ).toBe(goalAttainmentT([a, b]))
  })

  it('[GS4] takes a change on the goals that were scored both times, and says how many', () => {
    const change = goalAttainmentChange([
      { baseline: -1, score: 0 },
      { baseline: -1, score: null },
      { baseline: null, score: 2 },
    ])
    expect(change).toEqual({ baseline: 40, now: 50, change: 10, scored: 1, goals: 3 })
    expect(goalAttainmentChange([{ baseline: -1, score: null }])).toBeNull()
  })

  it('[GS4] refuses what is no level, no weight and no rho', () => {
    for (const score of [3, -3, 0.5, NaN, Infinity]) expect(() => unweighted(score)).toThrow(RangeError)
    for (const weight of [-1, NaN, Infinity])
      expect(() => goalAttainmentT([{ score: 0, weight }])).toThrow(RangeError)
    for (const rho of [-0.1, 1.1, NaN]) expect(() => goalAttainmentT([{ score: 0 }], rho)).toThrow(RangeError)
  })

  it('[GS4] is 50 where all is as hoped, mirrors itself, and never falls when a goal goes better', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ score: level, weight: fc.integer({ min: 1, max: 9 }) }), { minLength: 1 }),
        (goals) => {
          const t = goalAttainmentT(goals) ?? NaN
          expect(goalAttainmentT(goals.map((goal) => ({ ...goal, score: 0 })))).toBe(50)
          expect(goalAttainmentT(goals.map((goal) => ({ ...goal, score: -goal.score })))).toBeCloseTo(
            100 - t,
            9,
          )
          const better = goals.map((goal, at) =>
            at === 0 ? { ...goal, score: Math.min(2, goal.score + 1) } : goal,
          )
          expect(goalAttainmentT(better)).toBeGreaterThanOrEqual(t)
        },
      ),
    )
  })
})
