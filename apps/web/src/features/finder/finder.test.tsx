import { beforeEach, describe, expect, it } from '@jest/globals'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { CaseId, GoalId, PersonId } from '@accord/domain/ids'
import { noteOpened } from '../../lib/opened-cases.js'
import { aCase, aGoalSummary, aSelf, AS_MARA, JONAH, MARA, PEOPLE } from '../../testing/people.js'
import { ok, renderConsole } from '../../testing/render-console.js'

const PRIYA = PEOPLE.map((one) => (one.relation === 'client' ? { ...one, name: 'Priya Nair' } : one))
const NOVEMBER = new Date(2025, 10, 12, 15).getTime()
const CASES = [
  aCase(),
  aCase({
    caseId: 'other' as CaseId,
    people: PRIYA,
    openedAt: 0,
    goals: [aGoalSummary({ id: 'dad' as GoalId, name: 'Dad', lastChange: { by: JONAH, at: NOVEMBER } })],
  }),
]

async function openFinder(self = AS_MARA): Promise<HTMLElement> {
  renderConsole('/clients', { 'GET /api/sign-in': ok({ self }), 'GET /api/cases': ok({ cases: CASES }) })
  const button = await screen.findByRole('button', { name: 'Find a client or goal' })
  act(() => button.focus())
  fireEvent.keyDown(button, { key: 'k', ctrlKey: true })
  return screen.findByRole('dialog', { name: 'Find a client or goal' })
}

function type(dialog: HTMLElement, query: string): HTMLElement {
  const field = within(dialog).getByRole('searchbox')
  fireEvent.change(field, { target: { value: query } })
  return field
}

const options = (dialog: HTMLElement): readonly (string | null)[] =>
  within(dialog)
    .queryAllByRole('option')
    .map((option) => option.textContent)

beforeEach(() => sessionStorage.clear())

describe('finding', () => {
  it('[FI3] opens by Ctrl K and finds clients and goals by the beginnings of their names', async () => {
    const dialog = await openFinder()
    type(dialog, 'pri')
    await waitFor(() => expect(options(dialog)).toHaveLength(2))
    expect(within(dialog).getByRole('group', { name: 'Clients' }).textContent).toContain('Priya Nair')
    expect(within(dialog).getByRole('group', { name: 'Goals' }).textContent).toContain('Dad')
  })

  it('[FI1] finds no word of a statement, and says what is searched', async () => {
    const dialog = await openFinder()
    type(dialog, 'nights')
    expect(await within(dialog).findByText(/never the words of a goal/)).toBeTruthy()
  })

  it('[FI4] finds what changed on a day', async () => {
    const dialog = await openFinder()
    type(dialog, '12 Nov 2025')
    await waitFor(() => expect(options(dialog)).toHaveLength(1))
    expect(options(dialog)[0]).toContain('Dad')
  })

  it('[FI5] offers the clients opened last before anything is typed', async () => {
    noteOpened(MARA, 'other' as CaseId)
    const dialog = await openFinder()
    const group = await within(dialog).findByRole('group', { name: 'Opened last' })
    expect(group.textContent).toContain('Priya Nair')
    expect(within(dialog).getByRole('group', { name: 'Clients' }).textContent).toContain('Jonah Okafor')
  })

  it('leaves by Esc, words typed or not, and gives the focus back', async () => {
    const dialog = await openFinder()
    fireEvent.keyDown(type(dialog, 'pri'), { key: 'Escape' })
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const button = screen.getByRole('button', { name: 'Find a client or goal' })
    await waitFor(() => expect(document.activeElement).toBe(button))
  })

  it('[AC3] is not there for an administrator, who has nobody to find', async () => {
    const self = aSelf('hanne' as PersonId, 'Hanne Vestergaard', ['administrator'])
    renderConsole('/clients', { 'GET /api/sign-in': ok({ self }), 'GET /api/cases': ok({ cases: [] }) })
    await screen.findByText('Administrators see no clinical content')
    expect(screen.queryByRole('button', { name: 'Find a client or goal' })).toBeNull()
    fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true })
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})
