import { describe, expect, it } from '@jest/globals'
import { wordingHash } from '../goal/wording.js'
import { dele, GOAL, jonah, mara, Scene } from '../testing/plans.js'
import { agreementOf } from './state.js'

const agreement = (scene: Scene) => agreementOf(scene.goal, scene.plan.parties)
const halves = (scene: Scene) => agreement(scene).halves.map((half) => half.state)
const written = () => new Scene(mara, jonah).addGoal().write(mara, 'Sleep by eleven')
const agreed = () => written().answer(mara, 'agree').answer(jonah, 'agree')

describe('agreement for exact words', () => {
  it('[AG1] is reached when both have agreed to the present words', () => {
    const scene = written().answer(mara, 'agree')
    expect(agreement(scene).kind).toBe('open')
    scene.answer(jonah, 'agree')
    expect(agreement(scene)).toMatchObject({ kind: 'agreed', since: scene.now })
    expect(scene.last?.record).toEqual({ agreement: 'closed' })
  })

  it('[AG2] lapses when a word of the statement changes, and is dated', () => {
    const scene = agreed().write(jonah, 'Sleep by ten')
    expect(agreement(scene)).toMatchObject({
      kind: 'lapsed',
      since: scene.now,
      before: { statement: 'Sleep by eleven' },
    })
    expect(halves(scene)).toEqual(['lapsed', 'lapsed'])
    expect(scene.last?.record.agreement).toBe('lapsed')
  })

  it('[AG2] is restored when the same words are, dated as before', () => {
    const scene = agreed()
    const since = scene.now
    scene.write(jonah, 'Sleep by ten').write(mara, 'Sleep by eleven')
    expect(agreement(scene)).toMatchObject({ kind: 'agreed', since })
    expect(scene.last?.record.agreement).toBe('restored')
  })

  it('[AG3] does not lapse by white space alone', () => {
    expect(agreement(agreed().write(jonah, ' Sleep\u0085by \n eleven')).kind).toBe('agreed')
  })

  it('[AG5] a later "not yet" to the same words takes the own yes back', () => {
    const scene = agreed().answer(jonah, 'not-yet')
    expect(agreement(scene).kind).toBe('open')
    expect(halves(scene)).toEqual(['on', 'off'])
    expect(scene.last?.record.agreement).toBe('withdrawn')
  })

  it('[AG5] words that are restored do not revive a yes that was taken back', () => {
    const scene = agreed()
      .answer(jonah, 'differently')
      .write(mara, 'Sleep by ten')
      .write(mara, 'Sleep by eleven')
    expect(halves(scene)).toEqual(['on', 'off'])
  })

  it('[AG6] refuses an agreement to words that have meanwhile changed', () => {
    const scene = written()
    const seen = wordingHash(GOAL, scene.goal.statement.text)
    scene.write(mara, 'Sleep by ten')
    expect(
      scene.ask(jonah, {
        name: 'agreement.answer',
        goal: GOAL,
        answer: 'agree',
        wording: seen,
        readAt: 4,
        reason: null,
      }),
    ).toMatchObject({ refused: 'words-changed' })
  })

  it('[AG4] there is nothing to agree to without words', () => {
    const scene = new Scene(mara, jonah).addGoal()
    expect(agreement(scene).kind).toBe('no-words')
    const wording = wordingHash(GOAL, '')
    expect(
      scene.ask(mara, {
        name: 'agreement.answer',
        goal: GOAL,
        answer: 'agree',
        wording,
        readAt: 0,
        reason: null,
      }),
    ).toMatchObject({ refused: 'nothing-to-agree-to' })
  })

  it('[AG2] taking all the words away makes an agreement lapse', () => {
    expect(agreement(agreed().write(mara, ''))).toMatchObject({ kind: 'lapsed' })
  })

  it('[AG7] the first full agreement makes a proposed goal active, and a lapse moves no status', () => {
    const scene = agreed()
    expect(scene.goal.lifecycle).toBe('active')
    expect(scene.write(mara, 'Sleep').goal.lifecycle).toBe('active')
  })

  it('[AG7] a party that joins opens its half, and one that ends no longer counts', () => {
    const scene = agreed().enact(mara, { kind: 'party.joined', person: dele.person, relation: 'client' })
    expect(halves(scene)).toEqual(['on', 'on', 'off'])
    expect(agreement(scene).kind).toBe('open')
    scene.enact(mara, { kind: 'party.ended', person: dele.person })
    expect(agreement(scene).kind).toBe('agreed')
  })

  it('[AG1, AG2] of three needs all three, and lapses for all three', () => {
    const scene = new Scene(mara, jonah, dele).addGoal().write(jonah, 'We eat together')
    scene.answer(mara, 'agree').answer(jonah, 'agree')
    expect(agreement(scene).kind).toBe('open')
    expect(halves(scene)).toEqual(['on', 'on', 'off'])
    scene.answer(dele, 'agree')
    expect(agreement(scene).kind).toBe('agreed')
    scene.write(dele, 'We eat together on Sundays').answer(dele, 'agree')
    expect(agreement(scene).kind).toBe('lapsed')
    expect(halves(scene)).toEqual(['lapsed', 'lapsed', 'on'])
  })

  it('[AG11] a goal that is everybody’s again waits for those who had been left out', () => {
    const scene = new Scene(mara, jonah, dele).addGoal().write(jonah, 'Sleep')
    scene.ask(jonah, { name: 'goal.narrow', goal: GOAL, to: [mara.person, jonah.person] })
    scene.answer(mara, 'agree').answer(jonah, 'agree')
    expect(agreement(scene).kind).toBe('agreed')
    scene.ask(dele, { name: 'goal.narrow', goal: GOAL, to: null })
    expect(agreement(scene).kind).toBe('open')
    expect(halves(scene)).toEqual(['on', 'on', 'off'])
  })

  it('[AG9] name and reason make nothing lapse', () => {
    const scene = agreed()
      .write(mara, 'Nights', 'name')
      .write(jonah, 'At 3am I am back in that meeting', 'why')
    expect(agreement(scene).kind).toBe('agreed')
  })
})
