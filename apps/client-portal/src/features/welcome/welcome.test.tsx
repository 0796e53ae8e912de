import { describe, expect, it } from '@jest/globals'
import { fireEvent, screen } from '@testing-library/react'
import { aServer, ok } from '../../testing/a-server.js'
import { aCase, SELF } from '../../testing/alder-house.js'
import { openPortal } from '../../testing/open-portal.js'

const WELCOME = { called: 'Jonah', clinic: 'Alder House', purpose: 'welcome', proofs: ['birth-date', 'code'] }
const PROVEN = { name: 'Jonah Okafor', email: 'jonah@alderhouse.example' }

describe('a client’s first sign-in', () => {
  it('[CL7, CL8, ID18] greets by name, asks for what only its person knows, takes a password and opens the portal', async () => {
    const { sent } = aServer({
      'POST /api/welcome/look': ok(WELCOME),
      'POST /api/welcome/prove': ok(PROVEN),
      'POST /api/welcome': ok(SELF),
      'GET /api/cases': ok({ cases: [aCase()] }),
    })
    openPortal('/welcome#a-token')
    expect(await screen.findByRole('heading', { name: 'Welcome, Jonah' })).toBeTruthy()
    expect(screen.getByText('Nothing is agreed until you say so.')).toBeTruthy()
    fireEvent.change(screen.getByLabelText('Your date of birth'), { target: { value: '1988-02-29' } })
    fireEvent.click(screen.getByRole('button', { name: 'Go on' }))
    const field = await screen.findByLabelText('Choose a password')
    fireEvent.change(field, { target: { value: 'jonah' } })
    fireEvent.click(screen.getByRole('button', { name: 'Set a password and come in' }))
    expect(await screen.findByText('A password has at least 12 characters.')).toBeTruthy()
    fireEvent.change(field, { target: { value: 'kettle harbour violet' } })
    fireEvent.click(screen.getByRole('button', { name: 'Set a password and come in' }))
    expect(await screen.findByRole('heading', { name: 'Your goals' })).toBeTruthy()
    const proof = { kind: 'birth-date', value: '1988-02-29' }
    expect(sent.at(-1)?.body).toEqual({ token: 'a-token', proof, password: 'kettle harbour violet' })
  })

  it('[CL7] says in words that a link is used up, and what to do', async () => {
    const body = { code: 'link-spent', message: '' }
    aServer({ 'POST /api/welcome/look': { status: 410, body } })
    openPortal('/welcome#a-token')
    expect(await screen.findByText(/ask your practice for a new link/)).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Sign in' })).toBeTruthy()
  })
})
