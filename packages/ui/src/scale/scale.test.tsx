import { describe, expect, it } from '@jest/globals'
import { fireEvent, screen, within } from '@testing-library/react'
import {
  aGoalAtHand,
  described,
  GOAL,
  type Happened,
  JONAH,
  LEVELS,
  MARA,
} from '../testing/a-goal-at-hand.js'
import { renderWithMessages } from '../testing/render-with-messages.js'
import { GoalProgress } from './goal-progress.js'

const rated = (person: typeof MARA, value: number): Happened => [
  person,
  { kind: 'rating.give', goal: GOAL, on: { kind: 'scale', version: 1 }, value },
]

function showProgress(...happened: readonly Happened[]) {
  const { at, asked } = aGoalAtHand(happened)
  renderWithMessages(<GoalProgress at={at} />)
  return asked
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

describe('where a goal stands', () => {
  it('[GS1] shows five rungs in people’s own words, the highest on top and the present one marked', () => {
    showProgress(described, rated(JONAH, -1), rated(JONAH, 0))
    const ladder = within(screen.getByRole('list', { name: 'Where Jonah is' }))
    expect(ladder.getAllByRole('listitem').map((rung) => rung.textContent)).toEqual([
      '+2With joy',
      '+1Leeds and back',
      '0Part of the way',
      '−1Short trips',
      '−2Staying off trains',
    ])
    expect(ladder.getByText('Part of the way').closest('li')?.getAttribute('aria-current')).toBe('true')
  })

  it('[GS3] keeps each person’s series apart, and says each in words', () => {
    showProgress(described, rated(JONAH, -1), rated(JONAH, 0), rated(MARA, 1))
    expect(
      screen.getByRole('img', { name: /^Jonah has said how far 2 times: from −1, Short trips/u }),
    ).toBeTruthy()
    expect(screen.getByText(/You: \+1, Leeds and back/u)).toBeTruthy()
  })

  it('[GS2] says that words which were rated by stay, and starts another version with new ones', () => {
    const asked = showProgress(described, rated(JONAH, 0))
    expect(screen.getByText(/These words stay as they were rated by/u)).toBeTruthy()
    press('Describe it anew')
    expect(screen.getByText(/new words start another series/u)).toBeTruthy()
    fireEvent.change(screen.getByRole('textbox', { name: '+2, much more than hoped' }), {
      target: { value: 'Every week' },
    })
    press('Keep these levels')
    expect(asked).toEqual([
      { name: 'scale.describe', goal: GOAL, levels: [...LEVELS.slice(0, 4), 'Every week'] },
    ])
  })

  it('[GS1] asks for words at every level, beside the field', () => {
    const asked = showProgress()
    press('Describe what progress looks like')
    press('Keep these levels')
    expect(screen.getAllByText('Each level needs a few words.')).toHaveLength(5)
    expect(asked).toEqual([])
  })

  it('[GS3] is rated by the words of the ladder, or from 0 to 10', () => {
    const asked = showProgress(described)
    press('Say how far it has come')
    fireEvent.click(screen.getByRole('radio', { name: /Short trips/u }))
    press('Say so')
    press('Say how far it has come')
    fireEvent.click(screen.getByRole('radio', { name: 'From 0 to 10' }))
    fireEvent.click(screen.getByRole('radio', { name: '7' }))
    press('Say so')
    expect(asked).toEqual([
      { name: 'rating.give', goal: GOAL, on: { kind: 'scale', version: 1 }, value: -1 },
      { name: 'rating.give', goal: GOAL, on: { kind: 'progress' }, value: 7 },
    ])
  })
})
