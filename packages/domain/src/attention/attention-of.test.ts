import { describe, expect, it } from '@jest/globals'
import type { PersonId, StepId } from '../ids.js'
import { GOAL, jonah, mara, Scene } from '../testing/plans.js'
import type { Onlooker } from './agreements.js'
import { attentionOf, newCount } from './attention-of.js'

const STEP = '0193c000-0000-7000-8000-0000000000b1' as StepId
const COMMENT = '0193c000-0000-7000-8000-0000000000d1'
const NOON = Date.UTC(2026, 11, 10, 12)

type Who = Pick<Onlooker, 'person' | 'relation'>

const seenBy = ({ person, relation }: Who, scene: Scene, seenUpTo = scene.now, now = scene.now) =>
  attentionOf(scene.plan, { person, relation, seenUpTo, now })
const kinds = (who: Who, scene: Scene, seenUpTo?: number) =>
  seenBy(who, scene, seenUpTo).map(({ kind }) => kind)
const agreed = () =>
  new Scene(mara, jonah).addGoal().write(mara, 'Asleep by ten').answer(mara, 'agree').answer(jonah, 'agree')
const asked = (scene: Scene, who: typeof mara, asks: boolean) => {
  scene.ask(who, { name: 'comment.add', goal: GOAL, comment: COMMENT, text: 'Is that normal?', asks })
  return scene
}

describe('what waits for somebody', () => {
  it('[AT2] words that changed after everybody agreed wait for all who have not answered to them', () => {
    const scene = agreed().write(jonah, 'Asleep by eleven')
    expect(seenBy(mara, scene)).toMatchObject([
      { kind: 'lapsed', goal: GOAL, step: null, by: jonah.person, before: 'Asleep by ten', agreedBy: [] },
    ])
    scene.answer(mara, 'agree')
    expect(kinds(mara, scene)).toEqual([])
    expect(seenBy(jonah, scene)).toMatchObject([{ kind: 'lapsed', agreedBy: [mara.person] }])
  })

  it('[AT2] whoever said "not yet" to the new words is not asked again', () => {
    expect(kinds(mara, agreed().write(jonah, 'Asleep by eleven').answer(mara, 'not-yet'))).toEqual([])
  })

  it('[AT3] words that others agreed to wait for whoever has not answered', () => {
    const scene = new Scene(mara, jonah).addGoal().write(mara, 'Asleep by ten')
    expect(kinds(jonah, scene)).toEqual([])
    scene.answer(mara, 'agree')
    expect(seenBy(jonah, scene)).toMatchObject([{ kind: 'awaits-you', agreedBy: [mara.person] }])
    expect(kinds(mara, scene)).toEqual([])
  })

  it('[AT3] a goal that is narrowed waits for nobody else', () => {
    const scene = agreed()
    scene.ask(mara, { name: 'goal.narrow', goal: GOAL, to: [jonah.person] })
    scene.write(jonah, 'Asleep by eleven')
    expect(kinds(mara, scene)).toEqual([])
    expect(kinds(jonah, scene)).toEqual(['lapsed'])
  })

  it('[AT4] a question waits until somebody answers it; then its asker is told', () => {
    const scene = asked(agreed(), jonah, true)
    expect(kinds(jonah, scene)).toEqual([])
    expect(seenBy(mara, scene)).toMatchObject([{ kind: 'question', by: jonah.person, comment: COMMENT }])
    const before = scene.now
    scene.ask(mara, { name: 'comment.answer', goal: GOAL, comment: COMMENT, text: 'It is' })
    expect(kinds(mara, scene, before)).toEqual([])
    expect(seenBy(jonah, scene, before)).toMatchObject([{ kind: 'question-answered', by: mara.person }])
  })

  it('[AT1] a goal that is set aside asks for nothing', () => {
    const scene = agreed().write(jonah, 'Asleep by eleven')
    scene.ask(mara, { name: 'goal.setAside', goal: GOAL, reason: 'later' })
    expect(kinds(mara, scene, 0)).toEqual([])
  })

  it.each([
    ['2026-12-17', 1],
    ['2026-12-09', 1],
    ['2026-12-18', 0],
  ])('[AT7] a step for %s waits for %i on 10 December', (due, count) => {
    const scene = agreed()
    scene.ask(jonah, { name: 'step.add', goal: GOAL, step: STEP, text: 'Move the charger' })
    scene.ask(jonah, { name: 'step.plan', goal: GOAL, step: STEP, who: [jonah.person], due })
    const waits = () => seenBy(jonah, scene, scene.now, NOON).filter(({ kind }) => kind === 'step-due')
    expect(waits()).toHaveLength(count)
    expect(seenBy(mara, scene, scene.now, NOON)).toEqual([])
    expect(newCount(waits())).toBe(0)
    scene.ask(jonah, { name: 'step.done', goal: GOAL, step: STEP, done: true })
    expect(waits()).toEqual([])
  })
})

describe('what somebody is told', () => {
  it.each(['not-yet', 'need-time', 'differently'] as const)(
    '[AT5] [AT6] "%s" is told to the others until they have seen the plan',
    (answer) => {
      const scene = new Scene(mara, jonah).addGoal().write(mara, 'Asleep by ten')
      const before = scene.now
      scene.answer(jonah, answer)
      expect(seenBy(mara, scene, before)).toMatchObject([{ kind: 'answered', by: jonah.person, answer }])
      expect(kinds(mara, scene)).toEqual([])
      expect(kinds(jonah, scene, before)).toEqual([])
    },
  )

  it('[AT6] a goal that somebody else started or shared, and a comment, are told until seen', () => {
    const scene = asked(new Scene(mara, jonah).addGoal(mara), mara, false)
    expect(kinds(jonah, scene, 0)).toEqual(['goal-started', 'comment'])
    expect(kinds(jonah, scene)).toEqual([])
    expect(kinds(mara, scene, 0)).toEqual([])
  })

  it('[AT8] [AT9] what waits comes first, and a bell counts what is new', () => {
    const scene = asked(agreed().write(jonah, 'Asleep by eleven'), jonah, false)
    const before = scene.now - 60_000
    expect(kinds(mara, scene, before)).toEqual(['lapsed', 'comment'])
    expect(newCount(seenBy(mara, scene, before))).toBe(1)
    expect(newCount(seenBy(mara, scene))).toBe(0)
  })

  it('[AT10] a supervisor is told of lapses and of answers other than yes, and of nothing else', () => {
    const ruth = { person: 'ruth' as PersonId, relation: 'supervisor' as const }
    const scene = asked(agreed(), jonah, true)
    expect(kinds(ruth, scene, 0)).toEqual([])
    scene.write(jonah, 'Asleep by eleven').answer(mara, 'differently')
    expect(kinds(ruth, scene, 0)).toEqual(['lapsed', 'answered'])
  })
})
