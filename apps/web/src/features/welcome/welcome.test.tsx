import { describe, expect, it } from '@jest/globals'
import { fireEvent, screen } from '@testing-library/react'
import { AS_MARA } from '../../testing/people.js'
import { ok, refusedWith, renderConsole } from '../../testing/render-console.js'

const WELCOME = { called: 'Mara', clinic: 'Alder House', purpose: 'welcome', proofs: ['code'] }
const PROVEN = { name: 'Mara Lindqvist', email: 'mara@alder.example' }
const LINK = '/welcome#a-token'

function choose(password: string): void {
  fireEvent.change(screen.getByLabelText('Choose a password'), { target: { value: password } })
  fireEvent.click(screen.getByRole('button', { name: 'Set a password and come in' }))
}

async function prove(): Promise<void> {
  fireEvent.change(await screen.findByLabelText('A code you were given'), { target: { value: '123456' } })
  fireEvent.click(screen.getByRole('button', { name: 'Go on' }))
  await screen.findByLabelText('Choose a password')
}

describe('a colleague’s first sign-in', () => {
  it('[CL8, ID18] greets by name, asks for the code, says how strong the password is, and comes in', async () => {
    renderConsole(LINK, {
      'POST /api/welcome/look': ok(WELCOME),
      'POST /api/welcome/prove': ok(PROVEN),
      'POST /api/welcome': ok(AS_MARA),
      'GET /api/attention': ok({ at: 0, cases: [] }),
    })
    expect(await screen.findByRole('heading', { name: 'Welcome, Mara' })).toBeTruthy()
    await prove()
    choose('kettle')
    expect(await screen.findByText('6 more characters, then it is long enough.')).toBeTruthy()
    choose('kettle harbour violet spoon')
    expect(await screen.findByText('A quiet day')).toBeTruthy()
  })

  it('[CL8] keeps the password in its field when the server can’t be reached', async () => {
    renderConsole(LINK, {
      'POST /api/welcome/look': ok(WELCOME),
      'POST /api/welcome/prove': ok(PROVEN),
      'POST /api/welcome': 'down',
    })
    await prove()
    choose('kettle harbour violet spoon')
    expect(await screen.findByText(/Nothing was changed; try again/)).toBeTruthy()
    expect(screen.getByLabelText<HTMLInputElement>('Choose a password').value).toBe(
      'kettle harbour violet spoon',
    )
  })

  it('[CL7] says in words that a link is used up, and whom to ask', async () => {
    renderConsole(LINK, { 'POST /api/welcome/look': refusedWith(410, 'link-spent') })
    expect(await screen.findByText(/ask your administrator for a new link/)).toBeTruthy()
  })
})
