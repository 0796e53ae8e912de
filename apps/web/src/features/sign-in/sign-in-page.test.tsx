import { describe, expect, it } from '@jest/globals'
import { fireEvent, screen } from '@testing-library/react'
import { type Answers, ok, pageAlert, refusedWith, renderConsole } from '../../testing/render-console.js'
import { AS_MARA } from '../../testing/people.js'

const MARA = { name: 'Mara Lindqvist', email: 'mara@alderhouse.example', relation: 'practitioner' }
const DEMO = { password: 'alder', people: [MARA] }
const DOOR = {
  name: 'Alder House Practice',
  demo: DEMO,
  otherApp: 'http://localhost:4001',
  sendsLetters: true,
}

function door(answers: Answers = {}): void {
  renderConsole('/sign-in', {
    'GET /api/sign-in': ok({ self: null }),
    'GET /api/clinic': ok(DOOR),
    ...answers,
  })
}

async function tryToSignIn(): Promise<string | null> {
  fireEvent.change(screen.getByLabelText('Work email'), { target: { value: 'mara@alderhouse.example' } })
  fireEvent.change(screen.getByLabelText('Password'), { target: { value: 'a guess' } })
  fireEvent.click(screen.getByRole('button', { name: 'Continue' }))
  return (await pageAlert()).textContent
}

describe('signing in at the console', () => {
  it('[ID1] says one thing for a wrong email and a wrong password, beside the form', async () => {
    door({ 'POST /api/sign-in': refusedWith(401, 'not-signed-in') })
    expect(await tryToSignIn()).toBe('Email and password don’t match. Check both, then try again.')
    expect(screen.getByLabelText<HTMLInputElement>('Work email').value).toBe('mara@alderhouse.example')
  })

  it('[ID5] says when to try again after too many tries', async () => {
    door({ 'POST /api/sign-in': refusedWith(429, 'too-fast', 130) })
    expect(await tryToSignIn()).toBe('Too many tries just now. You can try again in 3 minutes.')
  })

  it('says so when the server can’t be reached', async () => {
    door({ 'POST /api/sign-in': 'down' })
    expect(await tryToSignIn()).toContain('Accord can’t be reached')
  })

  it('asks for what is missing, beside the field', async () => {
    door()
    fireEvent.click(screen.getByRole('button', { name: 'Continue' }))
    expect(await screen.findByText('Write your work email here.')).toBeTruthy()
    expect(screen.getByText('Write your password here.')).toBeTruthy()
  })

  it('[ID6] brings a person of the demo clinic in with one click', async () => {
    door({ 'POST /api/sign-in': ok(AS_MARA), 'GET /api/attention': ok({ at: 1, cases: [] }) })
    fireEvent.click(await screen.findByRole('button', { name: /Mara Lindqvist/ }))
    expect(await screen.findByText('A quiet day')).toBeTruthy()
  })

  it('[ID6] offers nobody in a clinic that is not the demo, and shows clients the way to the portal', async () => {
    door({ 'GET /api/clinic': ok({ ...DOOR, demo: null }) })
    const portal = await screen.findByRole('link', { name: 'Go to your portal' })
    expect(portal.getAttribute('href')).toBe('http://localhost:4001')
    expect(screen.queryByText('Or come in as')).toBeNull()
  })
})
