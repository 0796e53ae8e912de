import { describe, expect, it } from '@jest/globals'
import { focusManager } from '@tanstack/react-query'
import { act, fireEvent, screen } from '@testing-library/react'
import { type Answers, aServer, ok, SIGNED_OUT } from '../../testing/a-server.js'
import { aCase, GREETING, SELF } from '../../testing/alder-house.js'
import { openPortal } from '../../testing/open-portal.js'

const DOOR: Answers = {
  'GET /api/sign-in': ok({ self: null }),
  'GET /api/clinic': ok(GREETING),
  'GET /api/cases': ok({ cases: [aCase()] }),
}

function write(label: string, words: string) {
  fireEvent.change(screen.getByLabelText(label), { target: { value: words } })
}

describe('the portal’s door', () => {
  it('[ID1] says the same for a wrong e-mail and a wrong password, and keeps what was written', async () => {
    aServer({
      ...DOOR,
      'POST /api/sign-in': { status: 401, body: { code: 'wrong-credentials', message: '' } },
    })
    openPortal('/sign-in')
    await screen.findByText('Alder House Practice')
    write('E-mail', 'jonah@alderhouse.example')
    write('Password', 'something else')
    fireEvent.click(screen.getByRole('button', { name: 'Sign in' }))
    expect(await screen.findByText(/don’t go together/u)).toBeTruthy()
    expect(screen.getByLabelText<HTMLInputElement>('E-mail').value).toBe('jonah@alderhouse.example')
  })

  it('says beside the field what is missing, and sends nothing', async () => {
    const { sent } = aServer(DOOR)
    openPortal('/sign-in')
    await screen.findByText('Alder House Practice')
    fireEvent.click(screen.getByRole('button', { name: 'Sign in' }))
    expect(await screen.findByText('Write your password.')).toBeTruthy()
    expect(sent).toEqual([])
  })

  it('[ID5] says how long to wait after too many tries', async () => {
    const body = { code: 'too-fast', message: '', retryAfter: 240 }
    aServer({ ...DOOR, 'POST /api/sign-in': { status: 429, body } })
    openPortal('/sign-in')
    fireEvent.click(await screen.findByRole('button', { name: 'Come in as Jonah Okafor' }))
    expect(await screen.findByText(/try again in 4 minutes/u)).toBeTruthy()
  })

  it('[ID6] lets a client of the demo clinic in with one press, and offers nobody who works there', async () => {
    const { sent } = aServer({ ...DOOR, 'POST /api/sign-in': ok(SELF) })
    openPortal('/sign-in')
    fireEvent.click(await screen.findByRole('button', { name: 'Come in as Jonah Okafor' }))
    expect(await screen.findByRole('heading', { name: 'Your goals' })).toBeTruthy()
    expect(sent).toEqual([
      { path: '/api/sign-in', body: { email: 'jonah@alderhouse.example', password: 'one-for-all' } },
    ])
    expect(screen.queryByText(/Mara Lindqvist/u)).toBeNull()
  })

  it('shows no demo people in a real clinic', async () => {
    aServer({ ...DOOR, 'GET /api/clinic': ok({ ...GREETING, demo: null }) })
    openPortal('/sign-in')
    expect(await screen.findByText('Alder House Practice')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /Come in as/u })).toBeNull()
  })

  it('brings somebody whose sign-in ended back to the page they were on', async () => {
    let isSignedIn = true
    aServer({
      ...DOOR,
      'GET /api/sign-in': () => ok({ self: isSignedIn ? SELF : null }),
      'GET /api/cases': () => (isSignedIn ? ok({ cases: [] }) : SIGNED_OUT),
      'POST /api/sign-in': () => {
        isSignedIn = true
        return ok(SELF)
      },
    })
    const portal = openPortal('/goals')
    await screen.findByText('Nothing is shared with you yet')
    isSignedIn = false
    act(() => {
      focusManager.setFocused(false)
      focusManager.setFocused(true)
    })
    expect(await screen.findByText(/You were signed out/u)).toBeTruthy()
    fireEvent.click(await screen.findByRole('button', { name: 'Come in as Jonah Okafor' }))
    expect(await screen.findByText('Nothing is shared with you yet')).toBeTruthy()
    expect(portal.address()).toBe('/goals')
  })
})
