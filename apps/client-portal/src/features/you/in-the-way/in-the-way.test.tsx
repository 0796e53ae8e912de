import { afterEach, describe, expect, it } from '@jest/globals'
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import type { PersonId } from '@accord/domain/ids'
import type { BarrierRegister, ShownBarrier } from '@accord/domain/rest/barriers'
import { type Answer, aServer, ok } from '../../../testing/a-server.js'
import { aCase, CLIENT, DAY, PEOPLE, PRACTITIONER, SELF } from '../../../testing/alder-house.js'
import { aRecordWith } from '../../../testing/an-item.js'
import { openPortal } from '../../../testing/open-portal.js'
import { forgetTyped } from '../../../lib/typed-words.js'

const theirs = aCase()
const AT = `/api/cases/${theirs.caseId}/barriers`
const RUTH = { person: 'ruth' as PersonId, name: 'Ruth Adeyemi', relation: 'supervisor' } as const
const fine: ShownBarrier = {
  ...{ id: 'b1', client: CLIENT, kind: 'communication', words: 'Saying fine and meaning no', cue: null },
  entries: [
    { kind: 'moved', station: 'noticed', words: null, seq: 1, by: PRACTITIONER, at: DAY },
    { kind: 'moved', station: 'talked', words: 'Not yet first', seq: 2, by: PRACTITIONER, at: DAY },
  ],
}

function open(barriers: readonly ShownBarrier[], save: Answer | null = ok({}), address = '/you/in-the-way') {
  const register: BarrierRegister = {
    caseId: theirs.caseId,
    clients: [{ client: CLIENT, name: 'Jonah Okafor', readers: [...PEOPLE, RUTH], barriers }],
    ...{ people: PEOPLE, mayWrite: true, mayMove: false },
  }
  const posts = save === null ? {} : { [`POST ${AT}`]: save, [`POST ${AT}/b1/words`]: save }
  const server = aServer({
    'GET /api/sign-in': ok({ self: SELF }),
    'GET /api/clinic': ok({
      name: 'Alder House Practice',
      demo: null,
      otherApp: 'http://localhost',
      sendsLetters: true,
    }),
    'GET /api/cases': ok({ cases: [theirs] }),
    'GET /api/attention': ok({ at: DAY, cases: [] }),
    [`GET /api/cases/${theirs.caseId}/comfort`]: ok({ caseId: theirs.caseId, profiles: [], people: [] }),
    [`GET ${AT}`]: ok(register),
    [`GET /api/cases/${theirs.caseId}/addenda`]: ok(
      aRecordWith(theirs.caseId, { kind: 'barrier', item: 'b1', entry: 0 }),
    ),
    ...posts,
  })
  return { ...server, ...openPortal(address) }
}
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }))
const write = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })
afterEach(() => {
  cleanup()
  forgetTyped()
})

describe('what gets in the way, at the portal', () => {
  it('[BA3] is found in one’s own room, in the very words that the practitioner noted', async () => {
    const { address } = open([fine], ok({}), '/you')
    fireEvent.click(await screen.findByRole('link', { name: /What gets in the way/ }))
    expect(await screen.findByRole('heading', { name: 'Saying fine and meaning no' })).toBeTruthy()
    expect(address()).toBe('/you/in-the-way')
    expect(screen.getByText(/You, Mara and Ruth see the same list/)).toBeTruthy()
    const stops = screen.getByRole('list', { name: 'Where “Saying fine and meaning no” stands' })
    expect(within(stops).getByText('Trying').getAttribute('aria-current')).toBe('step')
  })

  it('[BA2] [BA3] takes how it is for oneself, upon what was read, and says at the box who reads it', async () => {
    const { sent } = open([fine])
    await press(/^This is how it is for me/)
    expect(screen.getByText('You, Mara and Ruth.')).toBeTruthy()
    write('How it is for you', '  Ask me what I would change. ')
    await press('Save')
    expect(await screen.findByText('Saved. Mara and Ruth can read it now.')).toBeTruthy()
    expect(sent).toEqual([
      { path: `${AT}/b1/words`, body: { after: 2, words: 'Ask me what I would change.' } },
    ])
  })

  it('[BA2] takes something of one’s own, with its kind, and says what is missing', async () => {
    const { sent } = open([])
    expect(await screen.findByText(/Nothing is noted/)).toBeTruthy()
    await press('Something gets in my way')
    await press('Save')
    expect(screen.getByText('Choose what it is about.')).toBeTruthy()
    expect(screen.getByText('Write a few words first.')).toBeTruthy()
    fireEvent.click(screen.getByRole('radio', { name: 'Saying things' }))
    write('In a sentence', 'Not when he is at home')
    await press('Save')
    await screen.findByText('Saved. Mara and Ruth can read it now.')
    const body = { client: CLIENT, kind: 'communication', words: 'Not when he is at home' }
    expect(sent).toEqual([{ path: AT, body }])
  })

  it('[BA2] keeps every letter where it could not be saved', async () => {
    open([fine], null)
    await press(/^This is how it is for me/)
    write('How it is for you', 'Slower, please')
    await press('Save')
    expect(await screen.findByText(/no connection just now. What you wrote is still here/)).toBeTruthy()
    await press('Close')
    await press(/^This is how it is for me/)
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Slower, please')
  })

  it('[AD10] lets one say beside it that it is not right, by the name that it has', async () => {
    open([fine])
    await press('Something is not right: Saying fine and meaning no')
    expect(await screen.findByRole('dialog', { name: 'Something here is not right' })).toBeTruthy()
  })
})
