import { describe, expect, it, jest } from '@jest/globals'
import { fireEvent, screen } from '@testing-library/react'
import type { Goal } from '@accord/domain/goal/goal'
import type { GoalId, PersonId } from '@accord/domain/ids'
import type { GoalCommand } from '@accord/domain/plan/command'
import { renderWithMessages } from '../testing/render-with-messages.js'
import { type GoalFamily } from './goal-family.js'
import { WhoseGoalDialog } from './whose-goal-dialog.js'
import { WhoseGoalNote } from './whose-goal-note.js'

const [mara, ana, luis] = ['m', 'a', 'l'] as unknown as readonly [PersonId, PersonId, PersonId]
const id = 'g' as GoalId

function family(narrowedTo: readonly PersonId[] | null) {
  const command = jest.fn<(command: GoalCommand) => void>()
  const parts: GoalFamily = {
    live: { command },
    goal: { id, narrowedTo } as unknown as Goal,
    people: [
      { person: mara, name: 'Mara', relation: 'practitioner' },
      { person: ana, name: 'Ana', relation: 'client' },
      { person: luis, name: 'Luis', relation: 'client' },
    ],
    readers: ['Mara', 'Ana', 'Luis', 'Ruth'],
    viewer: luis,
  }
  return { parts, command }
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const tick = (name: string) => fireEvent.click(screen.getByRole('checkbox', { name }))

describe('whose goal it is', () => {
  it('[AG11] narrows to those who are chosen, and says who can still read it', () => {
    const { parts, command } = family(null)
    renderWithMessages(<WhoseGoalDialog family={parts} onClose={() => undefined} />)
    expect(screen.getByText(/This hides nothing. Mara, Ana, Luis and Ruth can read/u)).toBeTruthy()
    tick('Ana')
    press('Keep this choice')
    expect(command.mock.calls).toEqual([[{ name: 'goal.narrow', goal: id, to: [mara, luis] }]])
  })

  it('[AG11] makes it everybody’s again when everybody is chosen', () => {
    const { parts, command } = family([luis])
    renderWithMessages(<WhoseGoalDialog family={parts} onClose={() => undefined} />)
    tick('Ana')
    tick('Mara')
    press('Keep this choice')
    expect(command.mock.calls).toEqual([[{ name: 'goal.narrow', goal: id, to: null }]])
  })

  it('[AG11] leaves no goal without anybody, and says so', () => {
    const { parts, command } = family([luis])
    renderWithMessages(<WhoseGoalDialog family={parts} onClose={() => undefined} />)
    tick('you')
    press('Keep this choice')
    expect(screen.getByText('A goal needs at least one person. Choose somebody.')).toBeTruthy()
    expect(command).not.toHaveBeenCalled()
  })

  it('[AG11] stands on the card in words, and on no card of everybody’s', () => {
    const { container } = renderWithMessages(<WhoseGoalNote family={family([mara, luis]).parts} />)
    expect(container.textContent).toContain('A goal for Mara and you to agree. The seal doesn’t wait for Ana')
  })
})
