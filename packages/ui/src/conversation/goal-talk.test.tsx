import { describe, expect, it } from '@jest/globals'
import { fireEvent, screen } from '@testing-library/react'
import type { PersonId } from '@accord/domain/ids'
import { aGoalAtHand, GOAL, type Happened, JONAH, MARA } from '../testing/a-goal-at-hand.js'
import { renderWithMessages } from '../testing/render-with-messages.js'
import { WhoseWords } from '../whose-words/whose-words.js'
import { GoalTalk } from './goal-talk.js'

const QUESTION = '018f0000-0000-7000-8000-0000000000c1'
const asks: Happened = [
  JONAH,
  { kind: 'comment.add', goal: GOAL, comment: QUESTION, text: 'Does halfway count?', asks: true },
]

function showTalk(happened: readonly Happened[], viewer: PersonId = MARA) {
  const { at, asked } = aGoalAtHand(happened, { viewer })
  renderWithMessages(<GoalTalk at={at} />)
  return asked
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const write = (label: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } })

describe('what is said beside a goal', () => {
  it('[CM1] keeps a question open until the other answers it', () => {
    const asked = showTalk([asks])
    expect(screen.getByText('Waits for an answer')).toBeTruthy()
    press('Answer')
    write('Your answer', 'It does.')
    press('Send the answer')
    expect(asked).toEqual([{ name: 'comment.answer', goal: GOAL, comment: QUESTION, text: 'It does.' }])
  })

  it('[CM1] offers nobody to answer their own question', () => {
    showTalk([asks], JONAH)
    expect(screen.queryByRole('button', { name: 'Answer' })).toBeNull()
  })

  it('[CM1] shows an answered question with its answer', () => {
    showTalk([asks, [MARA, { kind: 'comment.answer', goal: GOAL, comment: QUESTION, text: 'It does.' }]])
    expect(screen.queryByText('Waits for an answer')).toBeNull()
    expect(screen.getByText('It does.')).toBeTruthy()
  })

  it('[CM2] tells how talking about something helps', () => {
    const asked = showTalk([])
    press('More to say')
    fireEvent.click(screen.getByRole('menuitem', { name: 'How talking helps' }))
    write('Talking about what?', 'the redundancy')
    press('Add the card')
    expect(screen.getByText('Write a few words first.')).toBeTruthy()
    write('How does talking about it help this goal?', 'I can say it again.')
    press('Add the card')
    expect(asked).toMatchObject([
      { name: 'topic.add', goal: GOAL, about: 'the redundancy', helps: 'I can say it again.' },
    ])
  })

  it('[CM3] notes a small win and counts nothing', () => {
    const asked = showTalk([])
    press('More to say')
    fireEvent.click(screen.getByRole('menuitem', { name: 'Something went well' }))
    write('What went well, however small?', 'A third stop.')
    press('Note it')
    expect(asked).toMatchObject([{ name: 'win.add', goal: GOAL, text: 'A third stop.' }])
  })
})

describe('whose words they are', () => {
  it('[WW1] says each writer’s share in a sentence, and one writer’s words as their own', () => {
    const { at } = aGoalAtHand([])
    const both = { text: 'abcd', runs: [[JONAH, 3] as const, [MARA, 1] as const] }
    renderWithMessages(<WhoseWords text={both} voices={at.voices} viewer={MARA} />)
    expect(screen.getByText('Of these words, Jonah wrote 75% and you wrote 25%.')).toBeTruthy()
    renderWithMessages(
      <WhoseWords text={{ text: 'a', runs: [[JONAH, 1]] }} voices={at.voices} viewer={MARA} />,
    )
    expect(screen.getByText('All of it in Jonah’s own words.')).toBeTruthy()
  })
})
