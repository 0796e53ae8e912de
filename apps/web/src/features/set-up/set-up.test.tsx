import { beforeEach, describe, expect, it } from '@jest/globals'
import { fireEvent, screen } from '@testing-library/react'
import { AS_BETH, NOBODY_YET } from '../../testing/the-desk.js'
import { type Answers, ok, refusedWith, renderConsole } from '../../testing/render-console.js'

const LINK = '/set-up#a-token'
const GOOD: Answers = { 'POST /api/set-up/look': { status: 204 } }

function write(label: string, words: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value: words } })
}

function press(name: string | RegExp): void {
  fireEvent.click(screen.getByRole('button', { name }))
}

async function sayWhoYouAre(): Promise<void> {
  await screen.findByRole('heading', { name: 'Who looks after this clinic?' })
  write('Your name', 'Beth Calloway')
  write('Your work e-mail', 'beth@alder.example')
  write('Choose a password', 'kettle harbour violet')
  press('Next: the practice')
}

beforeEach(() => sessionStorage.clear())

describe('setting up a clinic', () => {
  it('[CL2] says in words that a link is used up, and what to do', async () => {
    renderConsole(LINK, { 'POST /api/set-up/look': refusedWith(410, 'link-spent') })
    expect(await screen.findByRole('heading', { name: 'This link has done its work' })).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Go to sign-in' })).toBeTruthy()
  })

  it('says beside each field what is missing, and offers what was probably meant', async () => {
    renderConsole(LINK, GOOD)
    await screen.findByRole('heading', { name: 'Who looks after this clinic?' })
    write('Your work e-mail', 'beth@gmial.com')
    press('Next: the practice')
    expect(await screen.findByText('Write the name that colleagues know you by.')).toBeTruthy()
    expect(screen.getByText('A password has at least 12 characters.')).toBeTruthy()
    press('Use beth@gmail.com')
    expect(screen.getByLabelText<HTMLInputElement>('Your work e-mail').value).toBe('beth@gmail.com')
  })

  it('keeps what was typed going back and forth, and over a reload all but the password', async () => {
    const first = renderConsole(LINK, GOOD)
    await sayWhoYouAre()
    fireEvent.change(await screen.findByLabelText('Name of the practice'), {
      target: { value: 'Alder House' },
    })
    press('Back')
    expect((await screen.findByLabelText<HTMLInputElement>('Your name')).value).toBe('Beth Calloway')
    first.unmount()
    expect(sessionStorage.getItem('accord.set-up')).not.toContain('kettle')
    renderConsole('/set-up?step=clinic#a-token', GOOD)
    expect((await screen.findByLabelText<HTMLInputElement>('Your name')).value).toBe('Beth Calloway')
    expect(screen.getByText(/Choose it again; all the rest is still there/)).toBeTruthy()
  })

  it('[CL3] makes the clinic on the last page and ends with the next thing to do', async () => {
    renderConsole(LINK, {
      ...GOOD,
      'POST /api/set-up': ok(AS_BETH),
      'GET /api/people': ok(NOBODY_YET),
      'GET /api/case-files': ok({ cases: [] }),
    })
    await sayWhoYouAre()
    fireEvent.change(await screen.findByLabelText('Name of the practice'), {
      target: { value: 'Alder House' },
    })
    press('Next: your words')
    await screen.findByRole('heading', { name: /What do you call/ })
    press('Next: your work')
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Counselling' }))
    press('Next: opening hours')
    await screen.findByRole('heading', { name: 'When are you open?' })
    press('Next: language and time')
    await screen.findByRole('heading', { name: /Which language/ })
    press('Next: look it over')
    await screen.findByRole('heading', { name: 'Is all of this right?' })
    press('Make this clinic')
    expect(await screen.findByRole('link', { name: 'Add a practitioner' })).toBeTruthy()
    expect(sessionStorage).toHaveLength(0)
  })
})
