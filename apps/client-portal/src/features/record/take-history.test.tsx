import { describe, expect, it } from '@jest/globals'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { type Answer, aServer, ok } from '../../testing/a-server.js'
import { aCase, PLAN, SELF } from '../../testing/alder-house.js'
import { openPortal } from '../../testing/open-portal.js'

const BUNDLE = `/api/plans/${PLAN}/bundle`

function openRecord(bundle: Answer) {
  const theirs = aCase()
  const server = aServer({
    'GET /api/sign-in': ok({ self: SELF }),
    'GET /api/cases': ok({ cases: [theirs] }),
    'GET /api/attention': ok({ at: 0, cases: [] }),
    [`GET /api/cases/${theirs.caseId}/looks`]: ok({ looks: [], nextBefore: null }),
    [`POST ${BUNDLE}`]: bundle,
  })
  openPortal('/you/record')
  return server
}

async function download() {
  fireEvent.click(await screen.findByRole('button', { name: /^Export the history/ }))
  const sheet = within(await screen.findByRole('dialog', { name: 'Export the history' }))
  fireEvent.click(sheet.getByRole('button', { name: 'Download the file' }))
  return sheet
}

describe('taking one’s history along', () => {
  it('[HI18] says what the file is and how it is checked before anything is made', async () => {
    const { sent } = openRecord({ status: 503 })
    fireEvent.click(await screen.findByRole('button', { name: /^Export the history/ }))
    const sheet = within(await screen.findByRole('dialog', { name: 'Export the history' }))
    expect(sheet.getByText(/every word that anybody wrote in this plan/)).toBeTruthy()
    expect(sheet.getByText(/can check that nothing in it was altered/)).toBeTruthy()
    expect(sent).toEqual([])
  })

  it('[HI18] asks for the file once, with the reader’s own clock, and says when it could not be made', async () => {
    const { sent } = openRecord({ status: 503, body: { code: 'storage-unavailable', message: '' } })
    const sheet = await download()
    await waitFor(() => expect(sheet.getByRole('alert').textContent).toContain('couldn’t be made'))
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
    expect(sent).toEqual([{ path: BUNDLE, body: { timeZone } }])
  })

  it('says when others are being made', async () => {
    openRecord({ status: 429, body: { code: 'too-fast', message: '' } })
    const sheet = await download()
    await waitFor(() => expect(sheet.getByRole('alert').textContent).toContain('Try again in a minute'))
  })
})
