import { describe, expect, it } from '@jest/globals'
import { ChangeSet, Text } from '@codemirror/state'
import fc from 'fast-check'
import { changesJson } from '../text/changes.js'
import { jonah, mara, Scene } from '../testing/plans.js'
import { PLAN_LIMITS } from './limits.js'

const written = (words = 'Sleep by ten') => new Scene(mara, jonah).addGoal().write(mara, words)

describe('a change that arrives', () => {
  it('[LP1] is applied and recorded as what was taken out and put in', () => {
    const scene = written()
    expect(scene.text(jonah, [9, [3, 'eleven']])).toBeNull()
    expect(scene.goal.statement).toEqual({
      text: 'Sleep by eleven',
      runs: [
        [mara.person, 9],
        [jonah.person, 6],
      ],
    })
    expect(scene.last?.record.pieces).toEqual([
      { at: 9, removed: 'ten', removedRuns: [[mara.person, 3]], inserted: 'eleven' },
    ])
  })

  it('[LP9] typed on older words is mapped over what came in between', () => {
    const scene = written()
    const base = scene.plan.seq
    scene.text(mara, [[0, 'I '], 12])
    expect(scene.text(jonah, [9, [3, 'eleven']], 'statement', undefined, base)).toBeNull()
    expect(scene.goal.statement.text).toBe('I Sleep by eleven')
  })

  it.each([
    ['a negative section', [-1, 13]],
    ['a number that is none', [Number.NaN]],
    ['a fraction', [1.5, 10.5]],
    ['a line break inside a line', [12, [0, 'a\nb']]],
    ['two numbers side by side', [6, 6]],
    ['a replacement of nothing by nothing', [12, [0, '']]],
    ['a nested list', [12, [0, ['a']]]],
    ['a number as text', ['12']],
    ['null', [null]],
    ['an object', { length: 1 }],
    ['another length than the text has', [11]],
  ])('[LP5] with %s is refused and changes nothing', (_what, changes) => {
    const scene = written()
    const before = scene.plan
    expect(scene.text(jonah, changes)).toMatchObject({ refused: 'bad-changes' })
    expect(scene.plan).toBe(before)
  })

  it('[LP5] whatever it holds is accepted as valid or refused with a code', () => {
    const scene = written()
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(20), (changes, base) => {
        const before = scene.plan
        const refusal = scene.text(jonah, changes, 'statement', undefined, base)
        if (refusal) expect(scene.plan).toBe(before)
      }),
    )
  })

  it('[LP5] on words of 501 entries ago is answered with resync', () => {
    const scene = written()
    const base = scene.plan.seq
    for (let at = 0; at <= PLAN_LIMITS.window; at++)
      scene.text(mara, [scene.goal.statement.text.length, [0, 'x']])
    expect(scene.text(jonah, [12], 'statement', undefined, base)).toMatchObject({ refused: 'resync' })
  })

  it('[LP6] that cuts an emoji in two is refused', () => {
    const scene = written('😀')
    expect(scene.text(jonah, [1, [1, '\ude01']])).toMatchObject({ refused: 'bad-character' })
    expect(scene.text(jonah, [1, [0, 'a'], 1])).toMatchObject({ refused: 'bad-character' })
  })

  it.each(['\u0000', '\u202e', '\u200b', '\u2066', '\ufeff', '\u0007'])(
    '[LP6] with a character that nobody can see is refused (%j)',
    (character) => {
      expect(written().text(jonah, [12, [0, character]])).toMatchObject({ refused: 'bad-character' })
    },
  )

  it('[LP11] that makes a text longer than its bound is refused', () => {
    const scene = written()
    expect(scene.text(mara, [12, [0, 'x'.repeat(4000)]])).toMatchObject({ refused: 'too-large' })
    expect(scene.text(mara, [5, [0, 'x'.repeat(80)]], 'name')).toMatchObject({ refused: 'too-large' })
    expect(scene.text(mara, [5, [0, '', '']], 'name')).toMatchObject({ refused: 'bad-character' })
  })

  it("[AC4] of the client's reason by the practitioner is refused", () => {
    expect(written().text(mara, [[0, 'because']], 'why')).toMatchObject({ refused: 'not-yours' })
  })

  it('[LP8] of a goal that is set aside is refused until it is taken up again', () => {
    const scene = written()
    const goal = scene.goal.id
    scene.ask(mara, { name: 'goal.setAside', goal, reason: 'not now' })
    expect(scene.text(jonah, [[12]])).toMatchObject({ refused: 'governed-fact' })
    scene.ask(mara, { name: 'goal.takeUp', goal })
    expect(scene.text(jonah, [[12]])).toBeNull()
  })
})

describe('taking back', () => {
  it('[HI7] gives words back to who wrote them', () => {
    const scene = written('Sleep by ten')
    scene.text(jonah, [5, [7]])
    const deletion = scene.plan.seq
    scene.text(mara, [5, [0, ' well']])
    expect(scene.text(jonah, [5, [0, ' by ten'], 5], 'statement', deletion)).toMatchObject({
      refused: 'not-an-inverse',
    })
    expect(scene.text(jonah, [10, [0, ' by ten']], 'statement', deletion)).toBeNull()
    expect(scene.goal.statement).toEqual({ text: 'Sleep well by ten', runs: [[mara.person, 17]] })
  })

  it("[HI7] is refused for somebody else's change", () => {
    const scene = written('Sleep')
    const theirs = scene.plan.seq
    expect(scene.text(jonah, [[5]], 'statement', theirs)).toMatchObject({ refused: 'not-an-inverse' })
  })

  it('[HI7] cannot put words into another mouth', () => {
    const scene = written('Sleep by ten')
    scene.text(jonah, [5, [7]])
    const deletion = scene.plan.seq
    expect(scene.text(jonah, [5, [0, ' by two']], 'statement', deletion)).toMatchObject({
      refused: 'not-an-inverse',
    })
  })

  it('[LP9] a change and its exact inverse leave text and authors as they were', () => {
    fc.assert(
      fc.property(
        fc.nat(12),
        fc.nat(12),
        fc.string({ unit: 'grapheme-ascii', maxLength: 5 }),
        (a, b, insert) => {
          const scene = written('Sleep by ten')
          const before = scene.goal.statement
          const changes = ChangeSet.of({ from: Math.min(a, b), to: Math.max(a, b), insert }, 12)
          if (changes.empty || scene.text(jonah, changesJson(changes)) !== null) return
          const inverse = changes.invert(Text.of([before.text]))
          expect(scene.text(jonah, changesJson(inverse), 'statement', scene.plan.seq)).toBeNull()
          expect(scene.goal.statement).toEqual(before)
        },
      ),
    )
  })
})
