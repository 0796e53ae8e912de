import { expect, it } from '@jest/globals'
import type { GoalId } from '../ids.js'
import { textAt } from '../plan/plan.js'
import { command } from './local.js'
import {
  connect,
  cut,
  GOAL,
  newWorld,
  PLACE,
  restartServer,
  send,
  serve,
  settle,
  type,
  type World,
  type Writer,
} from './testing/model-world.js'

function worldOfTwo(): { world: World; one: Writer; other: Writer } {
  const world = newWorld(2)
  const [one, other] = world.writers
  if (!one || !other) throw new Error('no two writers')
  return { world, one, other }
}

function expectSame(world: World, words: string): void {
  for (const writer of world.writers) {
    expect(writer.editor).toBe(words)
    expect(writer.state.confirmed && textAt(writer.state.confirmed, PLACE)?.text).toBe(words)
    expect(writer.state.refused).toEqual([])
  }
}

it('[LP3] keeps what is typed within a moment after the answer to the last words was lost', () => {
  const { world, one } = worldOfTwo()
  type(world, one, 0, 0, 'slept')
  send(one)
  serve(world, one, 0, false)
  cut(one)
  type(world, one, 1000, 0, ' well')
  connect(world, one)
  settle(world)
  expectSame(world, 'slept well')
})

it('[LP9] keeps what was typed after taking out words that somebody else took out first', () => {
  const { world, one, other } = worldOfTwo()
  type(world, one, 0, 0, 'slept')
  settle(world)
  cut(one)
  type(world, one, 0, 1000, '')
  world.clock += 5_000
  type(world, one, 0, 0, 'rested')
  type(world, other, 0, 1000, '')
  send(other)
  serve(world, other, 0, false)
  connect(world, one)
  settle(world)
  expectSame(world, 'rested')
})

it('[LP3] asks once when a button is pressed twice', () => {
  const { world, one } = worldOfTwo()
  const before = world.server.entries.length
  for (let press = 0; press < 2; press++) {
    one.state = command(one.state, { name: 'goal.setAside', goal: GOAL, reason: 'later' })
  }
  settle(world)
  expect(world.server.entries.length).toBe(before + 1)
  expect(one.state.refused).toEqual([])
})

it('[LP3] keeps a refused number used up when a process answers that knows nothing of the refusal', () => {
  const { world, one } = worldOfTwo()
  one.state = command(one.state, {
    name: 'goal.takeUp',
    goal: '018f0000-0000-7000-8000-0000000000bb' as GoalId,
  })
  settle(world)
  const { nextOp } = one.state
  cut(one)
  restartServer(world)
  connect(world, one)
  settle(world)
  expect(one.state.nextOp).toBe(nextOp)
})
