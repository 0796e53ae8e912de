import { afterEach, describe, expect, it } from '@jest/globals'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import type { PersonId, SessionId } from '@accord/domain/ids'
import type { OwnCheckIn } from '@accord/domain/rest/alliance'
import type { PersonName } from '@accord/domain/sync/wire'
import { forgetTyped } from '../../lib/typed-words.js'
import { type Answer, aServer, ok } from '../../testing/a-server.js'
import { aCase, CASE, CLIENT, DAY, PEOPLE, SELF } from '../../testing/alder-house.js'
import { openPortal } from '../../testing/open-portal.js'

const SESSION = '018f0000-0000-7000-8000-00000000aaaa' as SessionId
const RUTH: PersonName = { person: 'ruth' as PersonId, name: 'Ruth Adeyemi', relation: 'supervisor' }
const [, mara] = PEOPLE
const asked: OwnCheckIn = {
  caseId: CASE,
  session: { session: SESSION, number: 11, minutes: 50, place: 'room', startedAt: DAY, endedAt: DAY },
  mine: null,
  mayWrite: true,
  people: mara ? [mara, RUTH] : [RUTH],
}
const ADDRESS = `/api/sessions/${SESSION}/check-in`

function open(own: OwnCheckIn | null = asked, sending: Answer | null = ok(asked)) {
  const server = aServer({
    'GET /api/sign-in': ok({ self: SELF }),
    'GET /api/cases': ok({ cases: [aCase()] }),
    'GET /api/attention': ok({ at: DAY, cases: [] }),
    'GET /api/check-ins': ok({ asked: own ? [{ caseId: CASE, session: own.session }] : [] }),
    [`GET ${ADDRESS}`]: own ? ok(own) : { status: 404, body: { code: 'not-found' } },
    ...(sending === null ? {} : { [`POST ${ADDRESS}`]: sending }),
  })
  return { ...server, ...openPortal(`/check-in/${SESSION}`) }
}
const slider = (name: string) => screen.findByRole<HTMLInputElement>('slider', { name })
const slide = async (name: string, value: number) =>
  fireEvent.change(await slider(name), { target: { value: `${value}` } })
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const unsaid = { goals: null, tasks: null, bond: null, heard: null }
afterEach(() => {
  cleanup()
  forgetTyped()
})

describe('a check-in after a session', () => {
  it('[CI1] asks four questions with words at both ends, none of them answered before somebody did', async () => {
    open()
    for (const name of [
      'What we worked on',
      'How we went about it',
      'How it is with Mara',
      'How I was heard',
    ])
      expect((await slider(name)).getAttribute('aria-valuetext')).toBe('Not answered yet')
    expect(screen.getByText('A conversation aid, not a validated scale.')).toBeTruthy()
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Send' }).disabled).toBe(true)
    await slide('How I was heard', 9)
    expect((await slider('How I was heard')).getAttribute('aria-valuetext')).toBe(
      '9 of 10, where 0 is “Missed” and 10 is “Heard”',
    )
  })

  it('[CI1] [CI3] sends what was answered and what was left out, for whom its client chose', async () => {
    const { sent, address } = open()
    await slide('How we went about it', 4)
    fireEvent.keyUp(await slider('How I was heard'), { key: ' ' })
    await slide('What we worked on', 8)
    press('Leave out: What we worked on')
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '  slower, please ' } })
    expect(screen.getByText('Mara and Ruth, after you’ve talked.')).toBeTruthy()
    press('Change')
    expect(await screen.findByText(/Mara isn’t told that you answered/)).toBeTruthy()
    fireEvent.click(screen.getByRole('radio', { name: /Only Ruth, in supervision/ }))
    press('Done')
    press('Send')
    await screen.findByText('Sent. Only Ruth, in supervision.')
    const answers = { ratings: { ...unsaid, tasks: 4, heard: 5 }, words: 'slower, please' }
    expect(sent).toEqual([{ path: ADDRESS, body: { after: 0, shownTo: 'supervisor', answers } }])
    expect(address()).toBe('/')
  })

  it('[CI5] “not today” is one tap and as good an answer', async () => {
    const { sent } = open()
    await slider('How I was heard')
    press('Not today')
    await screen.findByText('Not today, then. Nothing more is asked.')
    expect(sent).toEqual([{ path: ADDRESS, body: { after: 0, shownTo: 'now', answers: null } }])
  })

  it('[CI2] is corrected upon what was said before, and loses nothing when sending fails', async () => {
    const answers = { ratings: { ...unsaid, bond: 7 }, words: null }
    const mine = { session: SESSION, client: CLIENT, version: 2, at: DAY, shownTo: 'now', answers } as const
    const { sent } = open({ ...asked, mine }, null)
    expect((await slider('How it is with Mara')).value).toBe('7')
    await slide('How it is with Mara', 3)
    press('Send in place of what I said')
    expect(await screen.findByText(/no connection just now. Your answers are still here/)).toBeTruthy()
    expect((await slider('How it is with Mara')).value).toBe('3')
    await waitFor(() => expect(sent).toMatchObject([{ body: { after: 2, shownTo: 'now' } }]))
  })

  it('[CI4] stays as it is once the work has ended, and is absent where there is nothing to answer', async () => {
    open({ ...asked, mayWrite: false })
    expect(await screen.findByText(/so this stays as it is/)).toBeTruthy()
    cleanup()
    open(null)
    expect(await screen.findByText('There is nothing to answer here')).toBeTruthy()
  })
})
