import { describe, expect, it } from '@jest/globals'
import type { SessionId, StepId } from '../ids.js'
import { GOAL, jonah, mara, Scene } from '../testing/plans.js'
import { quotableChanges, quoteKey } from './quote.js'

const session = 's1' as SessionId
const STEP = '0193c000-0000-7000-8000-0000000000b1' as StepId

/** A goal with words, and a session in which something happens. */
function quotesOf(act: (scene: Scene) => unknown) {
  const scene = new Scene(mara, jonah).addGoal().write(jonah, 'Sleep by eleven')
  scene.session = session
  scene.enact(mara, { kind: 'session.started', session })
  const before = scene.plan
  act(scene)
  const own = scene.entries.filter((entry) => entry.session === session)
  return quotableChanges(before, scene.plan, own)
}

describe('what a note quotes of a session', () => {
  it('[NO6] names the entry by which the words came to stand so, and who made it', () => {
    const quotes = quotesOf((scene) => scene.write(mara, 'Sleep by ten').write(jonah, 'Most nights by ten'))
    expect(quotes).toMatchObject([
      {
        by: jonah.person,
        change: { kind: 'words', before: 'Sleep by eleven', after: 'Most nights by ten', goal: GOAL },
      },
    ])
    const [quote] = quotes
    expect(quote && quoteKey(quote)).toBe(`${quote?.entry}.words`)
  })

  it('[NO6] [SE12] has nothing of words that were tried and taken back', () => {
    expect(quotesOf((scene) => scene.write(mara, 'Sleep').write(mara, 'Sleep by eleven'))).toEqual([])
  })

  it('[NO6] tells each one’s last rating, and what it was the time before', () => {
    const rate = (scene: Scene, value: number) =>
      scene.ask(jonah, { name: 'rating.give', goal: GOAL, on: { kind: 'progress' }, value })
    const quotes = quotesOf((scene) => [3, 5].map((value) => rate(scene, value)))
    expect(quotes).toMatchObject([{ by: jonah.person, change: { kind: 'rated', before: null, after: 5 } }])
  })

  it('[NO6] tells steps that were added and done, and that all agreed', () => {
    const quotes = quotesOf((scene) => {
      scene.ask(mara, { name: 'step.add', goal: GOAL, step: STEP, text: 'Ride two stops' })
      scene.answer(jonah, 'agree').answer(mara, 'agree')
      scene.ask(jonah, { name: 'step.done', goal: GOAL, step: STEP, done: true })
    })
    expect(quotes.map(({ change, by }) => [change.kind, by])).toEqual([
      ['step', mara.person],
      ['agreed', mara.person],
    ])
  })
})
