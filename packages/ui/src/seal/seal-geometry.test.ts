import { describe, expect, it } from '@jest/globals'
import { sealGeometry } from './seal-geometry.js'
import { AGREED_HALVES, OPEN_HALVES, type SealHalf } from './seal-half.js'

describe('the seal', () => {
  it('is two half-rings with seven degrees of gap at each join', () => {
    const { arcs, stroke, viewBox } = sealGeometry(AGREED_HALVES, 54)
    expect(arcs.map((arc) => arc.path)).toEqual([
      'M29.56 11.15A20 20 0 0 0 29.56 50.85',
      'M34.44 11.15A20 20 0 0 1 34.44 50.85',
    ])
    expect({ stroke, viewBox }).toEqual({ stroke: 5.2, viewBox: '2 2 60 60' })
  })

  it('draws thicker strokes and wider gaps under 34 px', () => {
    const small = sealGeometry(AGREED_HALVES, 33)
    expect(small.arcs[0]?.path).toBe('M28.87 11.25A20 20 0 0 0 28.87 50.75')
    expect(small).toMatchObject({ stroke: 7, holeStroke: 3, dotStroke: 3, tickStroke: 5.5 })
    expect(sealGeometry(AGREED_HALVES, 34).stroke).toBe(5.2)
  })

  it('stands upright where a party agrees, swings 24° open where not yet, 20° where the words changed', () => {
    const halves: readonly SealHalf[] = [
      { side: 'practitioner', state: 'lapsed' },
      { side: 'client', state: 'off' },
    ]
    expect(sealGeometry(halves, 54).arcs.map((arc) => arc.rotate)).toEqual([-20, 24])
    expect(sealGeometry(AGREED_HALVES, 54).arcs.map((arc) => Math.abs(arc.rotate))).toEqual([0, 0])
  })

  it('keeps the practitioner on the left, in whatever order the parties come', () => {
    const turned = sealGeometry([...OPEN_HALVES].reverse(), 54)
    expect(turned.arcs.map((arc) => arc.side)).toEqual(['practitioner', 'client'])
  })

  it('[AG1] is closed only when every party agrees', () => {
    expect(sealGeometry(AGREED_HALVES, 54).closed).toBe(true)
    expect(sealGeometry([...AGREED_HALVES, { side: 'client', state: 'off' }], 54).closed).toBe(false)
    expect(sealGeometry([], 54).closed).toBe(false)
  })

  it('gives a couple and a guardian a third of the right side each, and none of them the practitioner’s', () => {
    const family = sealGeometry(
      [...AGREED_HALVES, { side: 'client', state: 'lapsed' }, { side: 'client', state: 'off' }],
      54,
    )
    expect(family.arcs.map(({ side, state }) => [side, state])).toEqual([
      ['practitioner', 'on'],
      ['client', 'on'],
      ['client', 'lapsed'],
      ['client', 'off'],
    ])
    expect(new Set(family.arcs.map(({ path }) => path)).size).toBe(4)
    expect(family.closed).toBe(false)
  })

  it('lets a couple share the right side in equal parts', () => {
    const couple = sealGeometry([...AGREED_HALVES, { side: 'client', state: 'off' }], 54)
    const ends = couple.arcs.slice(1).map((arc) => arc.path.split('A')[0])
    // The first part starts at the top gap, the second just under the middle of the right side.
    expect(ends).toEqual(['M34.44 11.15', 'M51.85 33.44'])
  })
})
