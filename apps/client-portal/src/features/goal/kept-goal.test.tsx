import { afterEach, expect, it } from '@jest/globals'
import { wordingHash } from '@accord/domain/goal/wording'
import { goalOf } from '@accord/domain/plan/plan'
import { cleanup, render, screen } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { SelfContext } from '../../lib/self-context.js'
import { aLivePlan, GOAL, planOf } from '../../testing/a-live-plan.js'
import { DAY, PEOPLE, SELF } from '../../testing/alder-house.js'
import { withMessages } from '../../testing/open-portal.js'
import { KeptGoal } from './kept-goal.js'
import { PlanEnded } from './plan-ended.js'
import { UnsavedBoxes } from './unsaved-boxes.js'

afterEach(cleanup)

const WORDS = 'I sleep through'
const STEP = '018f0000-0000-7000-8000-000000000099'
const plan = planOf([
  ['client', { kind: 'text', goal: GOAL, field: 'statement', changes: [[0, WORDS]] }],
  ['client', { kind: 'step.add', goal: GOAL, step: STEP as never, text: 'Phone in the kitchen' }],
  [
    'practitioner',
    {
      kind: 'agreement.answer',
      goal: GOAL,
      answer: 'agree',
      wording: wordingHash(GOAL, WORDS),
      readAt: 4,
      reason: null,
    },
  ],
])

it('[OF8] a kept goal is read with its steps and how it was agreed, and can’t be written or agreed to', () => {
  const goal = goalOf(plan, GOAL)
  if (!goal) throw new Error('no goal')
  render(
    withMessages(
      <SelfContext value={SELF}>
        <KeptGoal kept={{ plan, people: PEOPLE, at: DAY }} goal={goal} />
      </SelfContext>,
    ),
  )
  screen.getByText(WORDS)
  screen.getByText('Phone in the kitchen')
  screen.getByText(
    'Agreeing and writing open when you’re back online, so that you agree to the words as they are.',
  )
  expect(screen.queryByRole('button', { name: /agree|add|yet/i })).toBeNull()
  expect(screen.queryByRole('textbox')).toBeNull()
})

it('[OF11] a plan that ended gives its writer the words that were not sent', () => {
  const { open } = aLivePlan(plan, {
    phase: 'ended',
    ended: 'access-ended',
    notSaved: [{ code: 'not-yours', words: [{ goal: GOAL, words: 'Only here' }], command: null }],
  })
  render(
    withMessages(
      <MemoryRouter>
        <PlanEnded ending="access-ended">
          <UnsavedBoxes open={open} goal={null} />
        </PlanEnded>
      </MemoryRouter>,
    ),
  )
  screen.getByText('This plan isn’t open to you for writing any more')
  screen.getByText('Only here')
  screen.getByRole('button', { name: 'Copy the words' })
})
