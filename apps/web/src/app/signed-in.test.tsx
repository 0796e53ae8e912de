import { describe, expect, it } from '@jest/globals'
import { fireEvent, screen } from '@testing-library/react'
import { aCase, AS_MARA } from '../testing/people.js'
import { ok, pageAlert, refusedWith, renderConsole } from '../testing/render-console.js'

const NOBODY = refusedWith(401, 'not-signed-in')
const DOOR = {
  name: 'Alder House Practice',
  demo: { password: 'alder', people: [{ name: 'Mara', email: 'mara@x.example', relation: 'practitioner' }] },
  otherApp: 'http://localhost:4001',
  sendsLetters: true,
}

describe('a sign-in that has ended', () => {
  it('[ID3] leads to the sign-in page from whatever hears it, and back to the same address', async () => {
    let isSignedIn = false
    renderConsole('/clients', {
      'GET /api/sign-in': ok({ self: AS_MARA }),
      'GET /api/cases': () => (isSignedIn ? ok({ cases: [aCase()] }) : NOBODY),
      'GET /api/clinic': ok(DOOR),
      'POST /api/sign-in': () => {
        isSignedIn = true
        return ok(AS_MARA)
      },
    })
    expect(await screen.findByRole('heading', { name: 'Sign in to go on' })).toBeTruthy()
    expect(screen.getByText(/Unsent words are kept on this device/)).toBeTruthy()
    fireEvent.click(await screen.findByRole('button', { name: /Mara/ }))
    expect(await screen.findByRole('link', { name: 'Jonah Okafor' })).toBeTruthy()
  })

  it('says that the server can’t be reached, and what is safe', async () => {
    renderConsole('/clients', { 'GET /api/sign-in': 'down' })
    expect((await pageAlert()).textContent).toContain('unsent words stay on this device')
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy()
  })

  it('knows no page at an address that doesn’t exist', async () => {
    renderConsole('/nowhere', { 'GET /api/sign-in': ok({ self: AS_MARA }) })
    expect((await pageAlert()).textContent).toContain('There is no page at this address')
  })
})
