import { beforeEach, describe, expect, it } from '@jest/globals'
import { fireEvent, screen, within } from '@testing-library/react'
import { NO_SAFETY_STEPS } from '@accord/domain/safety/safety-plan'
import { aCase, CLIENT, PEOPLE, SELF } from '../../testing/alder-house.js'
import { aServer, ok } from '../../testing/a-server.js'
import { aRecordWith } from '../../testing/an-item.js'
import { openPortal } from '../../testing/open-portal.js'

const NUMBER = { name: 'Night line', number: '+44 116 123', note: 'Day and night', source: 'Somebody' }
const mine = aCase()

beforeEach(() => localStorage.clear())

describe('urgent help', () => {
  it('[SA9] [AD10] shows the clinic’s numbers and one’s own plan, who reads it, and where to say what is not right', async () => {
    const plan = {
      ...{ caseId: mine.caseId, client: CLIENT, name: 'Jonah Okafor', version: 1, changed: null },
      ...{ readers: PEOPLE, mayWrite: true },
      steps: { ...NO_SAFETY_STEPS, people: [{ words: 'Dele', phone: '07700 900123' }] },
    }
    aServer({
      'GET /api/sign-in': ok({ self: SELF }),
      'GET /api/cases': ok({ cases: [mine] }),
      'GET /api/urgent-numbers': ok({ country: 'GB', version: 1, numbers: [NUMBER], changed: null }),
      [`GET /api/cases/${mine.caseId}/safety-plans`]: ok({ plans: [plan] }),
      [`GET /api/cases/${mine.caseId}/addenda`]: ok(
        aRecordWith(mine.caseId, { kind: 'safety-plan', item: CLIENT, entry: 1 }),
      ),
    })
    openPortal('/help')
    const ring = await screen.findByRole('link', { name: 'Ring Night line, +44 116 123' })
    expect(ring.getAttribute('href')).toBe('tel:+44116123')
    expect(await screen.findByRole('link', { name: 'Ring Dele, 07700 900123' })).toBeTruthy()
    expect(screen.getByText(/You and Mara read it/)).toBeTruthy()
    fireEvent.click(await screen.findByRole('button', { name: 'Something is not right: Safety plan' }))
    const sheet = within(await screen.findByRole('dialog', { name: 'Something here is not right' }))
    expect(sheet.getByText(/^You and Mara can read this/)).toBeTruthy()
  })

  it('[SA9] has numbers without a server and without signing in: the clinic’s as they were last heard', async () => {
    localStorage.setItem('accord-urgent-numbers', JSON.stringify([NUMBER]))
    aServer({})
    openPortal('/help')
    expect(await screen.findByRole('link', { name: /Ring Night line/ })).toBeTruthy()
  })

  it('[SA9] and where nothing was ever heard, those that came with the app', async () => {
    aServer({})
    openPortal('/help')
    expect((await screen.findAllByRole('link', { name: /^Ring/ })).length).toBeGreaterThan(0)
  })
})
