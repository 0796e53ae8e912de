import { describe, expect, it } from '@jest/globals'
import { stepAgreementOf } from '../agreement/state.js'
import { seriesOf } from '../goal/scale.js'
import { stepWordingHash } from '../goal/wording.js'
import type { GoalId, StepId } from '../ids.js'
import { dele, GOAL, jonah, mara, Scene } from '../testing/plans.js'
import { goalOf } from './plan.js'

const STEP = '0193c000-0000-7000-8000-0000000000b1' as StepId
const SECOND = '0193c000-0000-7000-8000-0000000000b2' as StepId
const ID = '0193c000-0000-7000-8000-0000000000d1'
const LEVELS = ['none', 'one night', 'three nights', 'five nights', 'every night']

const withStep = () => {
  const scene = new Scene(mara, jonah).addGoal().write(mara, 'Sleep')
  scene.ask(jonah, { name: 'step.add', goal: GOAL, step: STEP, text: 'Phone stays in the kitchen' })
  return scene
}
const step = (scene: Scene, at = 0) => {
  const found = scene.goal.steps[at]
  if (!found) throw new Error('no such step')
  return found
}
const answerStep = (scene: Scene, who: typeof mara) =>
  scene.ask(who, {
    name: 'agreement.answer',
    goal: GOAL,
    step: STEP,
    answer: 'agree',
    wording: stepWordingHash(GOAL, step(scene)),
    readAt: scene.plan.seq,
    reason: null,
  })
const standing = (scene: Scene) => stepAgreementOf(scene.goal, step(scene), scene.plan.parties).kind

describe('steps', () => {
  it('[AG10] are agreed separately from their goal', () => {
    const scene = withStep()
    expect(answerStep(scene, mara)).toBeNull()
    expect(answerStep(scene, jonah)).toBeNull()
    expect(standing(scene)).toBe('agreed')
    expect(scene.goal.lifecycle).toBe('proposed')
    expect(scene.last?.record).toEqual({ agreement: 'closed' })
  })

  it('[AG10] lapse when who or when changes, and are restored by what was agreed', () => {
    const scene = withStep()
    answerStep(scene, mara)
    answerStep(scene, jonah)
    scene.ask(mara, { name: 'step.plan', goal: GOAL, step: STEP, who: [jonah.person], due: '2026-11-28' })
    expect(standing(scene)).toBe('lapsed')
    expect(scene.last?.record).toEqual({ agreement: 'lapsed' })
    scene.ask(mara, { name: 'step.plan', goal: GOAL, step: STEP, who: [], due: null })
    expect(standing(scene)).toBe('agreed')
  })

  it('[AG10] lapse when a word changes; why a step helps is no part of it', () => {
    const scene = withStep()
    answerStep(scene, mara)
    answerStep(scene, jonah)
    const text = (field: 'text' | 'helps', changes: unknown) => scene.stepText(mara, STEP, field, changes)
    expect(text('helps', [[0, 'no work at night']])).toBeNull()
    expect(standing(scene)).toBe('agreed')
    expect(text('text', [[5, 'It'], 21])).toBeNull()
    expect(standing(scene)).toBe('lapsed')
    expect(step(scene).text.runs).toEqual([
      [mara.person, 2],
      [jonah.person, 21],
    ])
  })

  it('[ST1] get the rank that people give them', () => {
    const scene = withStep()
    scene.ask(mara, { name: 'step.add', goal: GOAL, step: SECOND, text: 'Breathe' })
    expect(scene.ask(mara, { name: 'step.move', goal: GOAL, step: SECOND, after: null })).toBeNull()
    expect(scene.goal.steps.map((one) => one.id)).toEqual([SECOND, STEP])
  })

  it.each([
    ['a stranger', [dele.person], null],
    ['one person twice', [mara.person, mara.person], null],
    ['a day that the calendar lacks', [mara.person], '2026-02-30'],
    ['a day in words', [], 'soon'],
  ])('[ST2] are not planned with %s', (_what, who, due) => {
    const scene = withStep()
    expect(scene.ask(mara, { name: 'step.plan', goal: GOAL, step: STEP, who, due })).toMatchObject({
      refused: 'malformed',
    })
  })

  it('[ST3] are done and taken back, by whom and when', () => {
    const scene = withStep()
    expect(scene.ask(jonah, { name: 'step.done', goal: GOAL, step: STEP, done: true })).toBeNull()
    expect(step(scene).done).toEqual({ by: jonah.person, at: scene.now })
    expect(scene.ask(mara, { name: 'step.done', goal: GOAL, step: STEP, done: true })).not.toBeNull()
    scene.ask(jonah, { name: 'step.done', goal: GOAL, step: STEP, done: false })
    expect(step(scene).done).toBeNull()
  })
})

describe('the scale', () => {
  it('[GS2] is frozen by the first rating; describing it anew starts a version', () => {
    const scene = withStep()
    const describeIt = (levels = LEVELS) => scene.ask(mara, { name: 'scale.describe', goal: GOAL, levels })
    describeIt()
    describeIt([...LEVELS].reverse())
    expect(scene.goal.scales.map((scale) => scale.version)).toEqual([1])
    scene.ask(jonah, { name: 'rating.give', goal: GOAL, on: { kind: 'scale', version: 1 }, value: -1 })
    describeIt()
    expect(scene.goal.scales.map((scale) => scale.version)).toEqual([1, 2])
    expect(
      scene.ask(jonah, { name: 'rating.give', goal: GOAL, on: { kind: 'scale', version: 1 }, value: 0 }),
    ).toMatchObject({ refused: 'words-changed' })
  })

  it('[GS3] each rates in their own series', () => {
    const scene = withStep()
    const rate = (who: typeof mara, value: number) =>
      scene.ask(who, { name: 'rating.give', goal: GOAL, on: { kind: 'progress' }, value })
    rate(jonah, 4)
    rate(mara, 6)
    rate(jonah, 7)
    expect(seriesOf(scene.goal.ratings, jonah.person, { kind: 'progress' }).map((r) => r.value)).toEqual([
      4, 7,
    ])
    expect(rate(jonah, 11)).toMatchObject({ refused: 'malformed' })
    expect(rate(jonah, 4.5)).toMatchObject({ refused: 'malformed' })
  })

  it('[GS1] has five levels in words', () => {
    const scene = withStep()
    const describeIt = (levels: string[]) => scene.ask(mara, { name: 'scale.describe', goal: GOAL, levels })
    expect(describeIt(LEVELS.slice(1))).toMatchObject({ refused: 'malformed' })
    expect(describeIt([...LEVELS.slice(1), ' '])).toMatchObject({ refused: 'malformed' })
  })
})

describe('what is said beside a goal', () => {
  it('[CM1] a question is open until it is answered, once', () => {
    const scene = withStep()
    scene.ask(jonah, { name: 'comment.add', goal: GOAL, comment: ID, text: 'Is ten too early?', asks: true })
    const answer = () =>
      scene.ask(mara, { name: 'comment.answer', goal: GOAL, comment: ID, text: 'Let us see.' })
    expect(answer()).toBeNull()
    expect(scene.goal.comments[0]?.answer).toMatchObject({ by: mara.person, text: 'Let us see.' })
    expect(answer()).toMatchObject({ refused: 'already-exists' })
  })

  it('[CM1] nobody can say nothing', () => {
    const scene = withStep()
    expect(scene.ask(jonah, { name: 'win.add', goal: GOAL, win: ID, text: ' \n' })).toMatchObject({
      refused: 'malformed',
    })
  })
})

describe('whose goal it is', () => {
  it('[AG11] a narrowed goal needs the agreement of its own parties alone', () => {
    const scene = new Scene(mara, jonah, dele)
      .addGoal()
      .write(mara, 'Sleep')
      .answer(mara, 'agree')
      .answer(jonah, 'agree')
    expect(scene.goal.agreed).toBeNull()
    scene.ask(mara, { name: 'goal.narrow', goal: GOAL, to: [mara.person, jonah.person] })
    expect(scene.goal).toMatchObject({ lifecycle: 'active', agreed: { statement: 'Sleep' } })
    expect(scene.ask(mara, { name: 'goal.narrow', goal: GOAL, to: [] })).toMatchObject({
      refused: 'malformed',
    })
  })

  it('[DR3] a draft comes into the plan with its words, as its writer’s', () => {
    const scene = withStep()
    const goal = '0193c000-0000-7000-8000-0000000000a9' as GoalId
    scene.ask(jonah, {
      name: 'goal.share',
      goal,
      kind: 'change',
      title: 'Dad',
      statement: 'I tell Dad',
      why: 'he asks',
    })
    expect(goalOf(scene.plan, goal)?.statement).toEqual({ text: 'I tell Dad', runs: [[jonah.person, 10]] })
  })
})
