import { describe, expect, it } from '@jest/globals'
import type { GoalId } from '../ids.js'
import { GOAL, jonah, LOG, mara, Scene } from '../testing/plans.js'
import { decideRestore } from './decide.js'
import { enact } from './enact.js'
import { PLAN_LIMITS } from './limits.js'
import { emptyPlan, goalsInOrder } from './plan.js'

const OTHER = '0193c000-0000-7000-8000-0000000000a2' as GoalId
const both = () => {
  const scene = new Scene(mara, jonah).addGoal()
  scene.ask(jonah, { name: 'goal.add', goal: OTHER, kind: 'maintain', title: 'Dad' })
  return scene
}
const order = (scene: Scene) => goalsInOrder(scene.plan).map((goal) => goal.name.text)

describe('governed facts', () => {
  it('[LP7] either can start a goal; an id is used once', () => {
    const scene = both()
    expect(order(scene)).toEqual(['Sleep', 'Dad'])
    expect(scene.ask(mara, { name: 'goal.add', goal: OTHER, kind: 'change', title: 'Again' })).toMatchObject({
      refused: 'already-exists',
    })
  })

  it('[LP7] goals get the rank that people give them', () => {
    const scene = both()
    expect(scene.ask(mara, { name: 'goal.move', goal: OTHER, after: null })).toBeNull()
    expect(order(scene)).toEqual(['Dad', 'Sleep'])
    expect(scene.ask(mara, { name: 'goal.move', goal: OTHER, after: GOAL })).toBeNull()
    expect(order(scene)).toEqual(['Sleep', 'Dad'])
    expect(scene.ask(mara, { name: 'goal.move', goal: OTHER, after: OTHER })).toMatchObject({
      refused: 'unknown-goal',
    })
  })

  it('[LP8] a goal is set aside with its reason and taken up again, never deleted', () => {
    const scene = both()
    expect(scene.ask(jonah, { name: 'goal.setAside', goal: GOAL, reason: 'after the move' })).toBeNull()
    expect(scene.goal).toMatchObject({ lifecycle: 'on-hold', setAsideBecause: 'after the move' })
    expect(scene.ask(mara, { name: 'goal.setAside', goal: GOAL, reason: '' })).toMatchObject({
      refused: 'governed-fact',
    })
    expect(scene.ask(mara, { name: 'goal.takeUp', goal: GOAL })).toBeNull()
    expect(scene.goal).toMatchObject({ lifecycle: 'proposed', setAsideBecause: null })
  })

  it('[LP8] taking up words that both still agree to makes the goal active again', () => {
    const scene = both().write(mara, 'Sleep').answer(mara, 'agree').answer(jonah, 'agree')
    scene.ask(mara, { name: 'goal.setAside', goal: GOAL, reason: '' })
    scene.ask(mara, { name: 'goal.takeUp', goal: GOAL })
    expect(scene.goal.lifecycle).toBe('active')
  })

  it('[LP11] a plan has at most 200 goals', () => {
    const scene = both()
    for (let at = 3; at <= PLAN_LIMITS.mostGoals; at++) {
      const goal = `0193c000-0000-7000-8000-${String(at).padStart(12, '0')}` as GoalId
      expect(scene.ask(mara, { name: 'goal.add', goal, kind: 'change', title: '' })).toBeNull()
    }
    const goal = '0193c000-0000-7000-8000-999999999999' as GoalId
    expect(scene.ask(mara, { name: 'goal.add', goal, kind: 'change', title: '' })).toMatchObject({
      refused: 'too-large',
    })
  })

  it('[HI8] restoring gives back words and their authors, byte by byte', () => {
    const scene = both().write(mara, 'Sleep by ten').write(jonah, 'Sleep by eleven 😀')
    const past = scene.goal.statement
    const to = scene.plan.seq
    scene.write(mara, '')
    const decided = decideRestore(
      scene.plan,
      { name: 'wording.restore', goal: GOAL, field: 'statement', to },
      mara,
      past,
    )
    if ('refused' in decided) throw new Error(decided.refused)
    scene.enact(mara, decided)
    expect(scene.goal.statement).toEqual(past)
  })

  it('[LP1] an entry that names an unknown goal cannot be folded', () => {
    const stamp = { seq: 1, at: 0, author: mara.person, relation: mara.relation }
    expect(() => enact(emptyPlan(LOG), stamp, { kind: 'goal.takeUp', goal: GOAL })).toThrow(RangeError)
  })
})
