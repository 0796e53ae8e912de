import { beforeEach, describe, expect, it } from '@jest/globals'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { AS_MARA } from '../../testing/people.js'
import { type Answers, ok, pageAlert, refusedWith, renderConsole } from '../../testing/render-console.js'
import { AS_BETH, JONAHS_CASE, JONAHS_FILE, NOBODY_YET, PEOPLE_HERE } from '../../testing/the-desk.js'

const DESK: Answers = {
  'GET /api/sign-in': ok({ self: AS_BETH }),
  'GET /api/people': ok(PEOPLE_HERE),
  'GET /api/case-files': ok({ cases: [JONAHS_CASE] }),
  'GET /api/case-files/case': ok(JONAHS_CASE),
  'GET /api/clients/jonah': ok(JONAHS_FILE),
}

function write(label: string, words: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value: words } })
}

function press(name: string | RegExp, within_ = screen.getByRole('main')): void {
  fireEvent.click(within(within_).getByRole('button', { name }))
}

beforeEach(() => sessionStorage.clear())

describe('somebody’s sign-in', () => {
  it('[ID36] is ended everywhere by one button, and their door stays open', async () => {
    const sent: string[] = []
    renderConsole('/administration/clients/jonah', {
      ...DESK,
      'GET /api/clients/jonah': ok({ ...JONAHS_FILE, signIn: 'active' }),
      'POST /api/people/jonah/sign-out': () => {
        sent.push('sign-out')
        return { status: 204 }
      },
    })
    await screen.findByRole('heading', { name: 'Sign-in' })
    press('Sign Jonah out everywhere')
    expect(await screen.findByText('Jonah is signed out on every device')).toBeTruthy()
    expect(sent).toEqual(['sign-out'])
    expect(screen.getByRole('button', { name: 'Close the door for Jonah' })).toBeTruthy()
  })
})

describe('the front desk', () => {
  it('[AC3] is the only room of somebody who administers, and closed to who doesn’t', async () => {
    renderConsole('/', DESK)
    expect(await screen.findByRole('heading', { name: 'People here' })).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'Clients' })).toBeNull()
    expect(document.body.dataset.voice).toBe('desk')
  })

  it('[DR18] says in words how many data requests wait, and how many too long', async () => {
    renderConsole('/administration/people', {
      ...DESK,
      'GET /api/requests/waiting': ok({ waiting: 3, overdue: 1 }),
    })
    expect(await screen.findByRole('link', { name: /^Data requests · 3, 1\soverdue$/ })).toBeTruthy()
    expect(screen.getByRole('link', { name: /Front desk.*3 waiting/ })).toBeTruthy()
  })

  it('names all its pages under what they are about, the open one marked', async () => {
    renderConsole('/administration/cases', DESK)
    const pages = await screen.findByRole('navigation', { name: 'Pages of the front desk' })
    const group = (name: string) =>
      within(within(pages).getByRole('list', { name }))
        .getAllByRole('link')
        .map((link) => link.textContent)
    expect(group('At the desk')).toEqual(['People', 'Cases', 'Data requests', 'Import', 'Outbox'])
    expect(group('Oversight')).toEqual(['Reviews', 'Supervision', 'Alarms', 'Audit'])
    expect(within(pages).getByRole('link', { name: 'Cases' }).getAttribute('aria-current')).toBe('page')
  })

  it('[CL22] has one stop of the tabulator for all its pages, and arrow keys from one to the next', async () => {
    renderConsole('/administration/cases', DESK)
    const pages = await screen.findByRole('navigation', { name: 'Pages of the front desk' })
    const stops = () =>
      within(pages)
        .getAllByRole('link')
        .filter(({ tabIndex }) => tabIndex === 0)
        .map(({ textContent }) => textContent)
    const link = (name: string) => within(pages).getByRole('link', { name })
    const key = (name: string) => fireEvent.keyDown(document.activeElement ?? pages, { key: name })
    expect(stops()).toEqual(['Cases'])
    act(() => link('Cases').focus())
    key('ArrowDown')
    expect(document.activeElement).toBe(link('Data requests'))
    expect(stops()).toEqual(['Data requests'])
    key('End')
    expect(document.activeElement).toBe(link('Audit'))
    act(() => link('Audit').blur())
    expect(stops()).toEqual(['Cases'])
  })

  it('[AC3] says to a practitioner whose room it is', async () => {
    renderConsole('/administration/people', { 'GET /api/sign-in': ok({ self: AS_MARA }) })
    expect((await pageAlert()).textContent).toContain('This room is for administrators')
    expect(screen.queryByRole('link', { name: 'Front desk' })).toBeNull()
  })

  it('says of an empty clinic what comes next', async () => {
    renderConsole('/', {
      ...DESK,
      'GET /api/people': ok(NOBODY_YET),
      'GET /api/case-files': ok({ cases: [] }),
    })
    expect(await screen.findByRole('heading', { name: /Here is what comes next/ })).toBeTruthy()
    expect(screen.getByRole('heading', { name: /No clients yet/ })).toBeTruthy()
  })

  it('finds people by a part of their name or address', async () => {
    renderConsole('/administration/people', DESK)
    await screen.findByRole('row', { name: /Jonah Okafor/ })
    write('Find somebody by name or e-mail', 'hann')
    await waitFor(() => expect(screen.queryByRole('row', { name: /Jonah Okafor/ })).toBeNull())
    expect(screen.getByRole('row', { name: /Hanne Vos/ })).toBeTruthy()
  })
})

describe('a client at the front desk', () => {
  it('[CL4] is said beside the field to have an address that is taken, and nothing typed is lost', async () => {
    renderConsole('/administration/clients/new', {
      ...DESK,
      'POST /api/clients': refusedWith(409, 'email-taken'),
    })
    await screen.findByRole('heading', { name: 'A new client' })
    write('Name', 'Jonah Okafor')
    write('E-mail', 'jonah@alder.example')
    write('Whom to ring', 'Dele')
    press('Add this client')
    expect(await screen.findByText(/Write what they are to each other/)).toBeTruthy()
    write('Whom to ring', '')
    press('Add this client')
    expect(await screen.findByText(/already signs in with this address/)).toBeTruthy()
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Jonah Okafor')
  })

  it('[CL7] is handed a first link, shown once, with until when and that it works once', async () => {
    renderConsole('/administration/clients/jonah', {
      ...DESK,
      'POST /api/people/jonah/first-sign-in': ok({
        link: 'http://localhost:4001/welcome#b-token',
        code: '042317',
        expiresAt: Date.now() + 86_400_000,
      }),
    })
    await screen.findByRole('heading', { level: 1, name: 'Jonah Okafor' })
    press('Make a first sign-in link')
    const dialog = within(await screen.findByRole('dialog'))
    expect(dialog.getByLabelText<HTMLTextAreaElement>('Link').value).toContain('/welcome#b-token')
    expect(dialog.getByText(/It works once, until .* It is shown here this once/)).toBeTruthy()
    expect(dialog.getByLabelText('Code for the link').textContent).toBe('042 317')
    expect(dialog.getByRole('button', { name: 'Copy the link' })).toBeTruthy()
  })

  it('[CL9] has no link made for them once they sign in by themselves', async () => {
    renderConsole('/administration/clients/jonah', {
      ...DESK,
      'GET /api/clients/jonah': ok({ ...JONAHS_FILE, signIn: 'active' }),
    })
    expect(await screen.findByText(/link and code reach Jonah by two different ways/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Make a first sign-in link' })).toBeNull()
    expect(screen.getByRole('button', { name: 'Close the door for Jonah' })).toBeTruthy()
  })
})

describe('a case at the front desk', () => {
  it('[CL11] says what changing the practitioner does to rights before it is done', async () => {
    renderConsole('/administration/cases/case', DESK)
    await screen.findByRole('heading', { level: 1, name: 'Jonah Okafor' })
    press('Change practitioner')
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getByText(/Mara Lindqvist can no longer open this plan/)).toBeTruthy()
    press('Change practitioner', dialog)
    expect(await within(dialog).findByText('Choose who it is.')).toBeTruthy()
  })

  it('[CL12] keeps its last client and its last practitioner', async () => {
    renderConsole('/administration/cases/case', DESK)
    await screen.findByRole('row', { name: /Mara Lindqvist/ })
    expect(screen.queryByRole('button', { name: /^End / })).toBeNull()
  })
})

describe('importing clients', () => {
  it('[CL16] names each row’s trouble and offers no import before all is well', async () => {
    const trouble = {
      row: 2,
      column: 'email',
      code: 'not-an-email',
      message: 'This is not an e-mail address.',
    }
    renderConsole('/administration/import', {
      ...DESK,
      'POST /api/clients/import?dry=1': ok({ dry: true, found: 1, imported: 0, troubles: [trouble] }),
    })
    await screen.findByRole('heading', { name: 'Import clients' })
    write('Your list, as CSV', 'name,email\nPriya Raman,priya(at)alder')
    press('See what would happen')
    const row = within(await screen.findByRole('row', { name: /^2/ }))
    expect(row.getByText('This is not an e-mail address.')).toBeTruthy()
    expect(row.getByText('Priya Raman,priya(at)alder')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Import/ })).toBeNull()
  })
})
