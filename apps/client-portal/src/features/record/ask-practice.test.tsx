import { describe, expect, it } from '@jest/globals'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { OwnRequests, RequestRow } from '@accord/domain/rest/requests'
import { type Answer, aServer, ok } from '../../testing/a-server.js'
import { aCase, SELF } from '../../testing/alder-house.js'
import { openPortal } from '../../testing/open-portal.js'

const AT = Date.UTC(2026, 10, 22, 12)
const aRequest = (wishes: Partial<RequestRow> = {}): RequestRow => ({
  ...{ request: 'r1', kind: 'rectification', caseId: null, words: 'It was in spring.', state: 'received' },
  ...{ receivedAt: AT, dueAt: Date.UTC(2026, 11, 22, 12), extension: null, answer: null, cases: [] },
  ...wishes,
})
const own = (...requests: RequestRow[]): OwnRequests => ({ at: AT, requests, restricted: [] })

function openRecord(answers: Readonly<Record<string, Answer>>) {
  const theirs = aCase()
  const server = aServer({
    'GET /api/sign-in': ok({ self: SELF }),
    'GET /api/cases': ok({ cases: [theirs] }),
    'GET /api/attention': ok({ at: 0, cases: [] }),
    [`GET /api/cases/${theirs.caseId}/looks`]: ok({ looks: [], nextBefore: null }),
    ...answers,
  })
  openPortal('/you/record')
  return { ...server, theirs }
}

describe('asking the practice about one’s record', () => {
  it('[DR10] [DR12] says what will happen and by when, and keeps the words when they don’t arrive', async () => {
    const { sent, theirs } = openRecord({
      'GET /api/me/requests': ok(own()),
      'POST /api/me/requests': { status: 503, body: { code: 'storage-unavailable', message: '' } },
    })
    await screen.findByText('You have asked for nothing yet.')
    fireEvent.click(screen.getByRole('button', { name: /^Ask to erase my record/ }))
    const sheet = within(await screen.findByRole('dialog', { name: 'Ask to erase my record' }))
    expect(sheet.getByText(/must keep records for some years/)).toBeTruthy()
    expect(sheet.getByText(/a month to answer/)).toBeTruthy()
    fireEvent.click(sheet.getByRole('button', { name: 'Send' }))
    expect(sheet.getByText('Write a few words first.')).toBeTruthy()
    const box = sheet.getByRole<HTMLTextAreaElement>('textbox', { name: /What should be erased/ })
    fireEvent.change(box, { target: { value: 'All of it' } })
    fireEvent.click(sheet.getByRole('button', { name: 'Send' }))
    await waitFor(() => expect(sheet.getByText(/That didn’t reach the practice/)).toBeTruthy())
    expect(box.value).toBe('All of it')
    expect(sent.at(-1)).toMatchObject({
      path: '/api/me/requests',
      body: { kind: 'erasure', caseId: theirs.caseId, words: 'All of it' },
    })
  })

  it('[DR16] [DR20] tells of each request how it stands, what was answered and until when it is kept', async () => {
    const rule = { code: 'de', source: '§ 630f BGB' }
    const kept = {
      caseId: aCase().caseId,
      fate: 'kept',
      since: AT,
      until: '2036-03-01',
      rule,
      why: null,
    } as const
    const answer = { outcome: 'granted', at: AT, words: 'As you wish.' } as const
    openRecord({
      'GET /api/me/requests': ok(
        own(
          aRequest(),
          aRequest({ request: 'r2', kind: 'erasure', state: 'granted', answer, cases: [kept] }),
          aRequest({ request: 'r3', kind: 'access', receivedAt: AT - 1, dueAt: AT - 1 }),
        ),
      ),
    })
    expect(await screen.findByText('Asked on 22 November. The answer is due by 22 December.')).toBeTruthy()
    expect(screen.getByText('They wrote: As you wish.')).toBeTruthy()
    expect(screen.getByText(/locked until 1 March 2036/).textContent).toContain('§ 630f BGB')
    expect(screen.getByText(/you may remind your practice/)).toBeTruthy()
    expect(screen.getAllByRole('button', { name: /^Take back/ })).toHaveLength(2)
  })

  it('[TO9] says of a file that broke off that there is none', async () => {
    openRecord({ 'GET /api/me/requests': ok(own()) })
    fireEvent.click(await screen.findByRole('button', { name: /^Take my data with me/ }))
    const sheet = within(await screen.findByRole('dialog', { name: 'Take my data with me' }))
    expect(sheet.getByText(/notes that aren’t shown to you/)).toBeTruthy()
    fireEvent.click(sheet.getByRole('button', { name: 'Download everything' }))
    await waitFor(() => expect(sheet.getByRole('alert').textContent).toContain('broke off'))
  })
})
