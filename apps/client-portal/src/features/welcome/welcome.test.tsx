import { describe, expect, it } from '@jest/globals'
import { fireEvent, screen } from '@testing-library/react'
import { aServer, ok } from '../../testing/a-server.js'
import { aCase, SELF } from '../../testing/alder-house.js'
import { openPortal } from '../../testing/open-portal.js'

const WELCOME = { name: 'Jonah Okafor', email: 'jonah@alderhouse.example', clinic: 'Alder House' }

describe('a client’s first sign-in', () => {
  it('[CL7, CL8] greets by name, takes a password and opens the portal', async () => {
    const { sent } = aServer({
      'POST /api/welcome/look': ok(WELCOME),
      'POST /api/welcome': ok(SELF),
      'GET /api/cases': ok({ cases: [aCase()] }),
    })
    openPortal('/welcome#a-token')
    expect(await screen.findByRole('heading', { name: 'Welcome, Jonah' })).toBeTruthy()
    expect(screen.getByText('Nothing is agreed until you say so.')).toBeTruthy()
    const field = screen.getByLabelText('Choose a password')
    fireEvent.change(field, { target: { value: 'jonah' } })
    fireEvent.click(screen.getByRole('button', { name: 'Come in' }))
    expect(await screen.findByText('A password has at least 12 characters.')).toBeTruthy()
    fireEvent.change(field, { target: { value: 'kettle harbour violet' } })
    fireEvent.click(screen.getByRole('button', { name: 'Come in' }))
    expect(await screen.findByRole('heading', { name: 'Your goals' })).toBeTruthy()
    expect(sent.at(-1)?.body).toEqual({ token: 'a-token', password: 'kettle harbour violet' })
  })

  it('[CL7] says in words that a link is used up, and what to do', async () => {
    const body = { code: 'link-spent', message: '' }
    aServer({ 'POST /api/welcome/look': { status: 410, body } })
    openPortal('/welcome#a-token')
    expect(await screen.findByText(/ask your practice for a new link/)).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Sign in' })).toBeTruthy()
  })
})
