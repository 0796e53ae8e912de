import { afterEach, describe, expect, it } from '@jest/globals'
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { NO_COMFORT_WORDS } from '@accord/domain/case/comfort'
import type { PersonId } from '@accord/domain/ids'
import type { ComfortProfile } from '@accord/domain/rest/comfort'
import type { PersonName } from '@accord/domain/sync/wire'
import { type Answer, aServer, ok, SIGNED_OUT } from '../../../testing/a-server.js'
import { aCase, CLIENT, DAY, PEOPLE, PRACTITIONER, SELF } from '../../../testing/alder-house.js'
import { openPortal } from '../../../testing/open-portal.js'
import { forgetTyped } from '../../../lib/typed-words.js'

const RUTH: PersonName = { person: 'ruth' as PersonId, name: 'Ruth Adeyemi', relation: 'supervisor' }
const me = PEOPLE.filter(({ person }) => person === CLIENT)
const saved: ComfortProfile = {
  client: CLIENT,
  name: 'Jonah Okafor',
  version: 2,
  changed: { by: CLIENT, name: 'Jonah Okafor', at: DAY },
  words: { ...NO_COMFORT_WORDS, callMe: 'Jonah. He, him.' },
  readers: [...PEOPLE, RUTH],
  writers: me,
}
const theirs = aCase()
const READ = `GET /api/cases/${theirs.caseId}/comfort`
const SAVE = `POST /api/cases/${theirs.caseId}/comfort/${CLIENT}`

function open(profiles: readonly ComfortProfile[], save: Answer | null = ok(saved)) {
  const server = aServer({
    'GET /api/sign-in': ok({ self: SELF }),
    'POST /api/sign-in': ok(SELF),
    'GET /api/clinic': ok({
      name: 'Alder House Practice',
      demo: null,
      otherApp: 'http://localhost',
      sendsLetters: true,
    }),
    'GET /api/cases': ok({ cases: [theirs] }),
    'GET /api/attention': ok({ at: DAY, cases: [] }),
    [READ]: ok({ caseId: theirs.caseId, profiles, people: saved.readers }),
    ...(save === null ? {} : { [SAVE]: save }),
  })
  return { ...server, ...openPortal('/you/comfort') }
}

const field = (name: string) => screen.findByRole<HTMLTextAreaElement>('textbox', { name })
const type = async (name: string, value: string) => fireEvent.change(await field(name), { target: { value } })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
afterEach(() => {
  cleanup()
  forgetTyped()
})

describe('how somebody likes things', () => {
  it('[CL20] says at each box who can read it, by the server’s own answer', async () => {
    open([saved])
    const box = await field('Light')
    const said = (box.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent)
    expect(said).toContain('You, Mara and Ruth. Not the front desk.')
    expect(screen.getAllByText('You, Mara and Ruth.')).toHaveLength(9)
  })

  it('[CL18] [CL19] is saved whole, upon the version that was read', async () => {
    const { sent } = open([saved])
    await type('Touch', '  A handshake.  ')
    expect(screen.getByText('Not saved yet')).toBeTruthy()
    press('Save')
    await screen.findByText('Saved. Mara and Ruth can read it now.')
    const words = { ...saved.words, touch: 'A handshake.' }
    expect(sent).toEqual([{ path: SAVE.slice(5), body: { after: 2, words } }])
  })

  it('[CL19] says beside the field what doesn’t fit, sends nothing and keeps every letter', async () => {
    const { sent } = open([saved])
    const long = 'x'.repeat(512)
    await type('Sound', long)
    expect(await screen.findByText(/That is 512 characters; 500 fit here/)).toBeTruthy()
    press('Save')
    expect((await field('Sound')).value).toBe(long)
    expect(sent).toEqual([])
  })

  it.each([
    ['the network is away', null, /no connection just now. What you wrote is still here/],
    ['the server fails', { status: 500, body: {} }, /Something went wrong on our side/],
    ['somebody saved meanwhile', { status: 409, body: { code: 'words-changed' } }, /still here; save again/],
    ['the case was closed', { status: 409, body: { code: 'case-closed' } }, /still here to copy/],
  ])('[CL19] loses nothing when %s', async (_why, answer, sentence) => {
    open([saved], answer)
    await type('Scent', 'No lavender')
    press('Save')
    expect(await screen.findByText(sentence)).toBeTruthy()
    expect((await field('Scent')).value).toBe('No lavender')
  })

  it('[CL19] keeps what was typed over an ended sign-in of the same person', async () => {
    open([saved], SIGNED_OUT)
    await type('Scent', 'No lavender')
    press('Save')
    await screen.findByLabelText('E-mail')
    act(() => {
      fireEvent.change(screen.getByLabelText('E-mail'), { target: { value: 'jonah@alderhouse.example' } })
      fireEvent.change(screen.getByLabelText('Password'), { target: { value: 'a pass phrase' } })
    })
    press('Sign in')
    expect((await field('Scent')).value).toBe('No lavender')
    expect(screen.getByText(/You hadn’t saved these words yet/)).toBeTruthy()
  })

  it('[CL14] is read and no longer written when the work has ended', async () => {
    open([{ ...saved, writers: [] }])
    expect(await screen.findByText(/these words stay as they are/)).toBeTruthy()
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(screen.getByText('Jonah. He, him.')).toBeTruthy()
  })

  it('[CL18] lets a guardian choose whose', async () => {
    const child = { ...saved, client: 'ellis' as PersonId, name: 'Ellis Novak', changed: null, version: 0 }
    open([saved, { ...child, writers: [...me, { ...RUTH, person: PRACTITIONER }] }])
    const link = await screen.findByRole('link', { name: /How Ellis likes things/ })
    expect(link.getAttribute('href')).toBe(`/you/comfort/${theirs.caseId}/ellis`)
    fireEvent.click(link)
    expect(await field('What to call Ellis')).toBeTruthy()
  })
})
