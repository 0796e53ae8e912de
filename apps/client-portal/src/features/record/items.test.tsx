import { describe, expect, it } from '@jest/globals'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { PersonId } from '@accord/domain/ids'
import type { RecordAddenda, RecordItem } from '@accord/domain/rest/addenda'
import { type Answer, aServer, ok } from '../../testing/a-server.js'
import { aCase, SELF } from '../../testing/alder-house.js'
import { openPortal } from '../../testing/open-portal.js'

const AT = Date.UTC(2026, 10, 22, 12)
const theirs = aCase()
const { caseId, people } = theirs
const [mara] = people.filter(({ relation }) => relation === 'practitioner').map(({ person }) => person)
const item: RecordItem = {
  ...{ kind: 'session', item: 's1', entry: 0, client: null },
  about: { at: AT, by: null, number: 3, name: null, words: 'Two stops on the bus.' },
  readers: [SELF.person.id, mara ?? ('' as PersonId)],
}
const added = { kind: 'session', item: 's1', entry: 0, number: 1, by: SELF.person.id, at: AT } as const
const record = (wishes: Partial<RecordAddenda> = {}): RecordAddenda => {
  return { caseId, mayAdd: true, items: [item], logs: [], addenda: [], people, ...wishes }
}

function openItems(answers: Readonly<Record<string, Answer>>) {
  const server = aServer({
    'GET /api/sign-in': ok({ self: SELF }),
    'GET /api/cases': ok({ cases: [theirs] }),
    'GET /api/attention': ok({ at: 0, cases: [] }),
    ...answers,
  })
  openPortal('/you/record/items')
  return server
}

describe('saying what is not right in one’s record', () => {
  it('[AD2] [AD3] names who can read it, wants words, and keeps them when somebody was faster', async () => {
    const path = `/api/cases/${caseId}/addenda`
    const { sent } = openItems({
      [`GET ${path}`]: ok(record()),
      [`POST ${path}`]: { status: 409, body: { code: 'words-changed', message: '' } },
    })
    fireEvent.click(await screen.findByRole('button', { name: 'Something is not right: Session 3' }))
    const sheet = within(await screen.findByRole('dialog', { name: 'Something here is not right' }))
    expect(sheet.getByText('You and Mara can read this: everybody who reads what it is about.')).toBeTruthy()
    fireEvent.click(sheet.getByRole('button', { name: 'Add my words' }))
    expect(sheet.getByText('Write a few words first.')).toBeTruthy()
    const box = sheet.getByRole<HTMLTextAreaElement>('textbox', { name: /^This is not right/ })
    fireEvent.change(box, { target: { value: 'It was one stop.' } })
    fireEvent.click(sheet.getByRole('button', { name: 'Add my words' }))
    await waitFor(() => expect(sheet.getByText(/Something was added meanwhile/)).toBeTruthy())
    expect(box.value).toBe('It was one stop.')
    expect(sent.filter(({ path: to }) => to === path).at(-1)?.body).toMatchObject({
      place: { kind: 'session', item: 's1', entry: 0 },
      number: 1,
    })
  })

  it('[AD4] [AD5] shows what was added beneath its item, and no way to add while the record is locked', async () => {
    const words = 'It was one stop.'
    const addenda = [{ ...added, words, about: item.about }]
    openItems({ [`GET /api/cases/${caseId}/addenda`]: ok(record({ mayAdd: false, addenda })) })
    expect(await screen.findByText(words)).toBeTruthy()
    expect(screen.getByText(/Your record is locked for now/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Something is not right/ })).toBeNull()
  })
})
