import { expect, it } from '@jest/globals'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { CaseId } from '@accord/domain/ids'
import type { AddendumNews } from '@accord/domain/rest/addenda'
import type { ConsentNewsList } from '@accord/domain/rest/consent'
import { AS_MARA, PLAN } from '../../testing/people.js'
import { renderPart } from '../../testing/render-part.js'
import { Bell } from './bell.js'

const at = Date.now() - 60_000
const place = { entry: 0, number: 1, caseId: 'case' as CaseId, plan: PLAN, at }
const addenda: readonly AddendumNews[] = [
  { ...place, kind: 'session', item: 'session', clientNames: ['Jonah Okafor'], byName: 'Jonah Okafor' },
  { ...place, kind: 'note', item: 'note', clientNames: ['Ines Duarte'], byName: 'Rita Duarte' },
]
const list: ConsentNewsList = {
  at,
  news: [
    {
      ...{ consent: 'consent', caseId: 'case' as CaseId, plan: PLAN, at },
      ...{
        purpose: 'supervision',
        answer: 'given',
        clientName: 'Jonah Okafor',
        signedByName: 'Jonah Okafor',
      },
    },
  ],
  addenda,
}

it('[AD8] [CO11] the bell counts and tells what was added to records, and leads to where it stands', async () => {
  const seen: string[] = []
  renderPart(AS_MARA, <Bell />, {
    '/api/attention': { at, cases: [] },
    '/api/consent-news': list,
    '/api/safety-alerts': { alerts: [] },
  })
  const answer = globalThis.fetch
  globalThis.fetch = (input, init) => {
    if (init?.method !== 'POST' || typeof input !== 'string') return answer(input, init)
    seen.push(`${input} ${typeof init.body === 'string' ? init.body : ''}`)
    return Promise.resolve(Response.json({}))
  }
  fireEvent.click(await screen.findByRole('button', { name: 'News, 3 new' }))
  const told = within(await screen.findByRole('dialog', { name: 'Since you last looked' }))
  const line = told.getByRole('link', { name: 'Words beside a session' })
  expect(line.getAttribute('href')).toBe('/clients/case/profile#added')
  expect(told.getByText(/^Jonah Okafor added to the record · /)).toBeTruthy()
  expect(told.getByRole('link', { name: 'Words beside a note' })).toBeTruthy()
  expect(told.getByText(/^Rita Duarte added to the record of Ines Duarte · /)).toBeTruthy()

  fireEvent.click(told.getByRole('button', { name: 'I’ve seen what was answered and added' }))
  // Two of one case are marked once.
  await waitFor(() => expect(seen).toEqual([`/api/plans/${PLAN}/seen ${JSON.stringify({ upTo: at })}`]))
})
