import { expect, it } from '@jest/globals'
import type { Barrier } from '../barrier/barrier.js'
import type { PersonId, StepId } from '../ids.js'
import { GOAL, jonah, mara, Scene } from '../testing/plans.js'
import { helpedAgainst, helpedSteps } from './helped.js'

const by = 'mara' as PersonId
const moved = (seq: number, station: 'noticed' | 'talked' | 'changed', words: string | null) =>
  ({ kind: 'moved', seq, by, at: seq, station, words }) as const
const noticed = moved(1, 'noticed', null)
const gone: Pick<Barrier, 'entries'> = {
  entries: [
    noticed,
    moved(2, 'changed', 'Saying “not yet” first'),
    { kind: 'said', seq: 3, by, at: 3, words: 'Yes' },
  ],
}
const back: Pick<Barrier, 'entries'> = {
  entries: [noticed, moved(2, 'changed', 'A clock on the wall'), moved(3, 'talked', 'It came back')],
}

it('[EN13] what was said when something had changed may be taken along, unless it came back', () => {
  expect(helpedAgainst([gone, back])).toEqual(['Saying “not yet” first'])
})

it('[EN13] steps that were done come first, none that nobody did or agreed to, and the same words once', () => {
  const step = (number: number) => `0193c000-0000-7000-8000-00000000050${number}` as StepId
  const scene = new Scene(mara, jonah).addGoal()
  const adds = (number: number, text: string) =>
    scene.ask(jonah, { name: 'step.add', goal: GOAL, step: step(number), text })
  const does = (number: number) =>
    scene.ask(jonah, { name: 'step.done', goal: GOAL, step: step(number), done: true })
  for (const [number, text] of ['A walk at noon', 'Screens off by nine', 'A walk at noon'].entries())
    expect(adds(number, text)).toBeNull()
  expect(helpedSteps(scene.plan)).toEqual([])
  expect([does(0), does(2)]).toEqual([null, null])
  expect(helpedSteps(scene.plan)).toEqual([{ words: 'A walk at noon', isDone: true }])
})
