import { describe, expect, it } from '@jest/globals'
import { foldEntry } from '../plan/fold.js'
import { GOAL, jonah, LOG, mara, Scene } from '../testing/plans.js'
import { filmOf, finishFilm, KEYFRAME_EVERY, planAt, startFilm, takeIn } from './film.js'
import { frameOf, framesOf, neighbour } from './frames.js'

/** A record of some 400 entries, in which the two write by turns. */
function longScene(): Scene {
  const scene = new Scene(mara, jonah).addGoal()
  for (let turn = 0; turn < 400; turn++) scene.write(turn % 2 ? mara : jonah, `Sleep by ${turn}`)
  return scene
}

describe('a film of a record', () => {
  it('[RP1] has any moment in fewer folds than there are entries between two kept states', () => {
    const { entries } = longScene()
    const film = filmOf(LOG, entries)
    let folds = 0
    const counted: typeof foldEntry = (plan, entry) => {
      folds += 1
      return foldEntry(plan, entry)
    }
    for (const { seq } of entries) {
      folds = 0
      expect(planAt(film, seq, counted).seq).toBe(seq)
      expect(folds).toBeLessThan(KEYFRAME_EVERY)
    }
    expect(film.keyframes).toHaveLength(1 + Math.floor(entries.length / KEYFRAME_EVERY))
  })

  it('[RP1] is the same whether its record came at once or in pieces', () => {
    const { entries } = longScene()
    const pieces = startFilm(LOG)
    for (let at = 0; at < entries.length; at += 37) takeIn(pieces, entries.slice(at, at + 37))
    expect(finishFilm(pieces)).toEqual(filmOf(LOG, entries))
  })

  it('[RP14] ends before an entry that cannot be folded, and says which', () => {
    const { entries } = longScene()
    const film = startFilm(LOG)
    const broken = entries.map((entry) =>
      entry.seq === 9
        ? { ...entry, payload: { kind: 'goal.takeUp' as const, goal: 'x' as typeof GOAL } }
        : entry,
    )
    expect(takeIn(film, broken)).toBe(9)
    expect(finishFilm(film).end.seq).toBe(8)
    expect(takeIn(startFilm(LOG), entries.slice(1))).toBe(2)
  })

  it('[RP2] shows one goal alone, or all of the plan', () => {
    const other = '0193c000-0000-7000-8000-0000000000a2' as typeof GOAL
    const scene = new Scene(mara, jonah).addGoal().write(mara, 'Sleep')
    scene.ask(jonah, { name: 'goal.add', goal: other, kind: 'change', title: 'Leeds' })
    scene.write(jonah, 'Sleep well')
    const film = filmOf(LOG, scene.entries)
    expect(framesOf(film, null).seqs).toEqual([1, 2, 3, 4, 5, 6])
    const { seqs, moments } = framesOf(film, GOAL)
    expect(seqs).toEqual([3, 4, 6])
    expect(moments.map(({ goalName }) => goalName)).toEqual(['Sleep', 'Sleep', 'Sleep'])
    expect(framesOf(film, other).seqs).toEqual([5])
  })

  it('[RP9] is stepped through moment by moment, and within one entry by entry', () => {
    const scene = new Scene(mara, jonah).addGoal()
    for (const words of ['S', 'Sl', 'Sle']) {
      scene.now -= 59_000
      scene.write(jonah, words)
    }
    scene.answer(mara, 'agree')
    const frames = framesOf(filmOf(LOG, scene.entries), null)
    expect(frames.stops).toEqual([0, 1, 2, 5, 6])
    expect(neighbour(frames.stops, 6, -1)).toBe(5)
    expect(neighbour(frames.stops, 5, -1)).toBe(2)
    expect(neighbour(frames.stops, 3, 1)).toBe(5)
    expect(neighbour(frames.stops, 6, 1)).toBeNull()
    expect(neighbour(frames.stops, 0, -1)).toBeNull()
    expect(frameOf(frames, 5)).toBe(4)
    expect(frameOf(frames, 99)).toBe(6)
  })

  it('[RP3] tells moments with the words of their time', () => {
    const scene = new Scene(mara, jonah).addGoal().write(mara, 'Nights', 'name').write(jonah, 'Sleep')
    const [, , added, renamed, wrote] = filmOf(LOG, scene.entries).moments
    expect([added?.goalName, renamed?.goalName, wrote?.goalName]).toEqual(['Sleep', 'Nights', 'Nights'])
  })

  it('[RP3] knows a seal that closed for the first time from one that closed again', () => {
    const scene = new Scene(mara, jonah).addGoal().write(mara, 'Sleep')
    scene.answer(mara, 'agree').answer(jonah, 'agree')
    scene.write(jonah, 'Sleep well').answer(mara, 'agree').answer(jonah, 'agree')
    const closings = filmOf(LOG, scene.entries).moments.flatMap(({ closing }) => closing ?? [])
    expect(closings).toEqual([
      { parties: 2, again: false },
      { parties: 2, again: true },
    ])
  })
})
