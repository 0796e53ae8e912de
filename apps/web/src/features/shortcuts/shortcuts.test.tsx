import { beforeEach, describe, expect, it } from '@jest/globals'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { PersonId } from '@accord/domain/ids'
import { aCase, aSelf, AS_MARA } from '../../testing/people.js'
import { ok, renderConsole } from '../../testing/render-console.js'

const AS_BETH = aSelf('beth' as PersonId, 'Beth Calloway', ['administrator'])

const press = (...keys: readonly string[]): void => {
  for (const key of keys) fireEvent.keyDown(document.body, { key })
}

function open(address: string): void {
  renderConsole(address, {
    'GET /api/sign-in': ok({ self: AS_MARA }),
    'GET /api/cases': ok({ cases: [aCase()] }),
  })
}

beforeEach(() => localStorage.clear())

describe('the keys of every page', () => {
  it('are listed by ?, and Esc leaves the list', async () => {
    open('/clients')
    await screen.findByRole('table')
    press('?')
    const dialog = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })
    for (const does of [
      'Find a client, a goal or a day',
      'Clients',
      'Next and previous goal',
      'Leave the words',
    ])
      expect(within(dialog).getByText(does)).toBeTruthy()
    fireEvent.keyDown(dialog, { key: 'Escape' })
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('lead to Clients by G then C, and by nothing else in between', async () => {
    open('/nowhere')
    await screen.findByText(/There is no page at this address/)
    press('c', 'g', 'x', 'c')
    expect(screen.queryByRole('table')).toBeNull()
    press('g', 'c')
    expect(await screen.findByRole('table')).toBeTruthy()
  })

  it('lead to Today by G then T, and to no room that one doesn’t have', async () => {
    open('/nowhere')
    await screen.findByText(/There is no page at this address/)
    press('g', 'a')
    expect(screen.getByText(/There is no page at this address/)).toBeTruthy()
    press('?')
    const dialog = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })
    expect(within(dialog).getByText('Today')).toBeTruthy()
    expect(within(dialog).queryByText('Administration')).toBeNull()
    fireEvent.keyDown(dialog, { key: 'Escape' })
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    press('g', 't')
    expect(await screen.findByRole('heading', { level: 1, name: /^Today|\d/ })).toBeTruthy()
    expect(screen.queryByText(/There is no page at this address/)).toBeNull()
  })

  it('lead administrators to Administration by G then A, and tell them of no goals', async () => {
    renderConsole('/nowhere', { 'GET /api/sign-in': ok({ self: AS_BETH }) })
    await screen.findByText(/There is no page at this address/)
    press('?')
    const dialog = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })
    expect(within(dialog).queryByText('Next and previous goal')).toBeNull()
    fireEvent.keyDown(dialog, { key: 'Escape' })
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    press('g', 'a')
    await waitFor(() => expect(screen.queryByText(/There is no page at this address/)).toBeNull())
  })

  it('are single letters only as long as one wants them', async () => {
    open('/nowhere')
    await screen.findByText(/There is no page at this address/)
    press('?')
    fireEvent.click(await screen.findByRole('radio', { name: 'Off' }))
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' })
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    press('?', 'g', 'c')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.queryByRole('table')).toBeNull()
  })
})
