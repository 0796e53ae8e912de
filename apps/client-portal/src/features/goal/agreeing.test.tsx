import { describe, expect, it } from '@jest/globals'
import { fireEvent, render, screen } from '@testing-library/react'
import { agreementOf } from '@accord/domain/agreement/state'
import { wordingHash } from '@accord/domain/goal/wording'
import type { Payload } from '@accord/domain/history/payload'
import { goalOf, type Plan } from '@accord/domain/plan/plan'
import type { LiveView } from '@accord/ui/live-plan/live-plan'
import { PRACTITIONER } from '../../testing/alder-house.js'
import { aLivePlan, GOAL, planOf } from '../../testing/a-live-plan.js'
import { withMessages } from '../../testing/open-portal.js'
import { GoalFoot } from './goal-foot.js'

const WORDS = 'I sleep by eleven.'

function words(from: number, insert: string, length: number): Payload {
  const changes = [from, [0, insert] as const, length - from].filter((part) => part !== 0)
  return { kind: 'text', goal: GOAL, field: 'statement', changes }
}

function yes(statement = WORDS): Payload {
  const wording = wordingHash(GOAL, statement)
  return { kind: 'agreement.answer', goal: GOAL, answer: 'agree', wording, readAt: 4, reason: null }
}

const written = ['client', words(0, WORDS, 0)] as const

function showFoot(plan: Plan, more: Partial<LiveView> = {}) {
  const { open, asked } = aLivePlan(plan, more)
  const goal = goalOf(plan, GOAL)
  if (!goal) throw new Error('the plan lacks its goal')
  const agreement = agreementOf(goal, plan.parties)
  render(withMessages(<GoalFoot open={open} goal={goal} agreement={agreement} now={new Date()} />))
  return asked
}

describe('agreeing in the portal', () => {
  it('[AG6] sends a yes with the words on screen and what they were read at', () => {
    const asked = showFoot(planOf([written]))
    fireEvent.click(screen.getByRole('button', { name: 'I agree to these words' }))
    expect(asked).toEqual([
      {
        name: 'agreement.answer',
        goal: GOAL,
        answer: 'agree',
        wording: wordingHash(GOAL, WORDS),
        readAt: 4,
        reason: null,
      },
    ])
  })

  it('[AG5] takes “I see it differently” with a reason as readily as a yes', () => {
    const asked = showFoot(planOf([written]))
    fireEvent.click(screen.getByRole('button', { name: 'Not yet, keep talking' }))
    fireEvent.click(screen.getByRole('radio', { name: 'I see it differently' }))
    fireEvent.change(screen.getByLabelText('Anything you’d like to add?'), {
      target: { value: 'Ten is too early.' },
    })
    fireEvent.click(screen.getByRole('button', { name: 'Send this answer' }))
    expect(asked).toMatchObject([{ answer: 'differently', reason: 'Ten is too early.' }])
  })

  it('waits while the practitioner is typing, and says so', () => {
    const typing = [{ person: PRACTITIONER, goal: GOAL, field: 'statement' as const }]
    const asked = showFoot(planOf([written]), { typing })
    fireEvent.click(screen.getByRole('button', { name: 'I agree to these words' }))
    expect(screen.getByText(/Opens when Mara stops typing/u)).toBeTruthy()
    expect(asked).toEqual([])
  })

  it('waits while there is no connection, and says so', () => {
    const asked = showFoot(planOf([written]), { isOnline: false })
    fireEvent.click(screen.getByRole('button', { name: 'I agree to these words' }))
    expect(screen.getByText(/Opens when you’re back online/u)).toBeTruthy()
    expect(asked).toEqual([])
  })

  it('says whose half is closed, and that a yes can be taken back', () => {
    showFoot(planOf([written, ['client', yes()]]))
    expect(screen.getByText('Your half is closed')).toBeTruthy()
    expect(screen.getByText(/closes when Mara agrees/u)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Take back my yes' })).toBeTruthy()
  })

  it('[AG2] opens when a word changes, and [AG8] shows what changed word by word', () => {
    const changed = ['practitioner', words(7, ' well', WORDS.length)] as const
    showFoot(planOf([written, ['client', yes()], ['practitioner', yes()], changed]))
    expect(screen.getByText('The words changed, so the seal opened')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'See what changed' }))
    const dialog = screen.getByRole('dialog')
    expect([...dialog.querySelectorAll('ins')].map((word) => word.textContent)).toEqual([' added: well'])
    expect(dialog.querySelector('ins')?.dataset['relation']).toBe('practitioner')
  })

  it('[AG4] has nothing to agree to before there are words', () => {
    const asked = showFoot(planOf([]))
    fireEvent.click(screen.getByRole('button', { name: 'I agree to these words' }))
    expect(asked).toEqual([])
  })
})
