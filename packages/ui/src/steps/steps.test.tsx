import { describe, expect, it } from '@jest/globals'
import { fireEvent, screen, within } from '@testing-library/react'
import { stepWordingHash } from '@accord/domain/goal/wording'
import type { StepId } from '@accord/domain/ids'
import { aGoalAtHand, GOAL, type Happened, JONAH, MARA, STEP, stepAdded } from '../testing/a-goal-at-hand.js'
import { renderWithMessages } from '../testing/render-with-messages.js'
import { StepAdder } from './step-adder.js'
import { StepList } from './step-list.js'
import { droppedAfter, stepAfter } from './step-order.js'
import { presentSteps } from './step-standing.js'
import { StepsAside } from './steps-aside.js'

const planned: Happened = [
  MARA,
  { kind: 'step.plan', goal: GOAL, step: STEP, who: [JONAH], due: '2026-11-28' },
]
const wording = stepWordingHash(GOAL, {
  id: STEP,
  text: { text: 'Ride two stops', runs: [] },
  who: [JONAH],
  due: '2026-11-28',
})
const yes = (person: typeof MARA): Happened => [
  person,
  { kind: 'agreement.answer', goal: GOAL, step: STEP, answer: 'agree', wording, readAt: 5, reason: null },
]

function showSteps(happened: readonly Happened[], changes: Parameters<typeof aGoalAtHand>[1] = {}) {
  const { at, asked } = aGoalAtHand([stepAdded, ...happened], changes)
  renderWithMessages(
    <>
      <StepList at={at} steps={presentSteps(at)} label="Steps" />
      <StepsAside at={at} />
    </>,
  )
  return asked
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

describe('the steps of a goal', () => {
  it('[ST2] say what, who and by when', () => {
    showSteps([planned])
    const list = within(screen.getByRole('list', { name: 'Steps' }))
    expect(list.getByText('Jonah')).toBeTruthy()
    expect(list.getByText('28 Nov')).toBeTruthy()
  })

  it('[ST3] are ticked when done, and opened again by another press', () => {
    const asked = showSteps([[JONAH, { kind: 'step.done', goal: GOAL, step: STEP, done: true }]])
    const tick = screen.getByRole('checkbox', { name: 'Done: Ride two stops' })
    expect(tick).toHaveProperty('checked', true)
    fireEvent.click(tick)
    expect(asked).toEqual([{ name: 'step.done', goal: GOAL, step: STEP, done: false }])
  })

  it('[AG10] are agreed to with the hash of words, who and day', () => {
    const asked = showSteps([planned, yes(JONAH)])
    expect(screen.getByText('Jonah agrees · your half is open')).toBeTruthy()
    press('Agree to the step “Ride two stops”')
    expect(asked).toMatchObject([{ name: 'agreement.answer', step: STEP, answer: 'agree', wording }])
  })

  it('[AG5] are answered with “I need more time” as easily', () => {
    const asked = showSteps([planned, yes(JONAH)])
    press(/^Not yet, or another answer/u)
    fireEvent.click(screen.getByRole('radio', { name: 'I need more time' }))
    press('Send this answer')
    expect(asked).toMatchObject([{ step: STEP, answer: 'need-time', reason: null }])
  })

  it('[AG10] say so when who or when changed since both agreed', () => {
    showSteps([
      planned,
      yes(JONAH),
      yes(MARA),
      [JONAH, { kind: 'step.plan', goal: GOAL, step: STEP, who: [JONAH], due: '2026-11-29' }],
    ])
    expect(screen.getByText('Wording changed since you both agreed')).toBeTruthy()
  })

  it('[AC3] have nothing to press for whoever only reads', () => {
    showSteps([planned, yes(JONAH)], { mayWrite: false })
    expect(screen.getByRole('checkbox')).toHaveProperty('disabled', true)
    expect(screen.queryByRole('button', { name: /Agree|More for/u })).toBeNull()
  })

  it('[ST1] are set aside, never deleted, and taken up again', () => {
    const asked = showSteps([[MARA, { kind: 'step.setAside', goal: GOAL, step: STEP, aside: true }]])
    fireEvent.click(screen.getByText('1 step set aside'))
    press('Take up again: Ride two stops')
    expect(asked).toEqual([{ name: 'step.setAside', goal: GOAL, step: STEP, aside: false }])
  })

  it('[ST1] are added with a few words, and not without any', () => {
    const { at, asked } = aGoalAtHand([])
    renderWithMessages(<StepAdder at={at} />)
    press('Add a step')
    press('Add it')
    expect(screen.getByText('Write a few words first.')).toBeTruthy()
    fireEvent.change(screen.getByRole('textbox', { name: 'What is the next step?' }), {
      target: { value: ' Ring  Chidi ' },
    })
    press('Add it')
    expect(asked).toMatchObject([{ name: 'step.add', goal: GOAL, text: 'Ring Chidi' }])
  })
})

describe('the order of steps', () => {
  const ids = ['a', 'b', 'c'] as StepId[]
  const [a, b, c] = ids as [StepId, StepId, StepId]
  const { at } = aGoalAtHand(
    ids.map((step): Happened => [MARA, { kind: 'step.add', goal: GOAL, step, text: step }]),
  )
  const steps = presentSteps(at)

  it('[ST1] moves one place up or down, and no further than there are places', () => {
    expect([stepAfter(steps, b, -1), stepAfter(steps, b, 1)]).toEqual([null, c])
    expect([stepAfter(steps, a, -1), stepAfter(steps, c, 1)]).toEqual([undefined, undefined])
    expect(stepAfter(steps, c, -1)).toBe(a)
  })

  it('[ST1] falls before or after another step', () => {
    expect(droppedAfter(steps, c, { id: a, side: 'before' })).toBeNull()
    expect(droppedAfter(steps, c, { id: b, side: 'before' })).toBe(a)
    expect(droppedAfter(steps, a, { id: b, side: 'after' })).toBe(b)
  })
})
