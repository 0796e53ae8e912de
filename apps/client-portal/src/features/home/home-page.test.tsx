import { describe, expect, it } from '@jest/globals'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import type { AttentionItem } from '@accord/domain/attention/attention'
import type { GoalId } from '@accord/domain/ids'
import { aServer, ok } from '../../testing/a-server.js'
import { aCase, DAY, PEOPLE, PLAN, PRACTITIONER, SELF } from '../../testing/alder-house.js'
import { openPortal } from '../../testing/open-portal.js'

const GOAL = '018f0000-0000-7000-8000-000000000077' as GoalId
const words = { text: 'Asleep by ten', runs: [[PRACTITIONER, 13]] } as const
const place = { goal: GOAL, goalName: 'Sleep', at: DAY, isNew: true }
const lapsed: AttentionItem = {
  ...place,
  ...{ kind: 'lapsed', step: null, by: PRACTITIONER, before: 'Asleep by nine' },
  ...{ words, agreedBy: [PRACTITIONER] },
}

function openHome(...items: readonly AttentionItem[]) {
  const theirs = aCase()
  const { caseId } = theirs
  const cases =
    items.length === 0 ? [] : [{ caseId, plan: PLAN, relation: 'client', people: PEOPLE, items, looks: [] }]
  const look = { look: '1', person: PRACTITIONER, name: 'Mara Lindqvist', relation: 'practitioner', at: DAY }
  const read = { ...look, what: 'history', goal: null, until: null, question: null }
  const server = aServer({
    'GET /api/sign-in': ok({ self: SELF }),
    'GET /api/cases': ok({ cases: [theirs] }),
    'GET /api/attention': ok({ at: DAY + 1, cases }),
    [`GET /api/cases/${caseId}/looks`]: ok({ looks: [read], nextBefore: null }),
    [`POST /api/plans/${PLAN}/seen`]: { status: 204 },
  })
  openPortal('/')
  return server
}

describe('the first screen', () => {
  it('[AT1] begins with one small thing to do, its reason and one act', async () => {
    openHome(lapsed)
    expect(await screen.findByRole('heading', { name: 'Mara changed the words of Sleep' })).toBeTruthy()
    expect(screen.getByText(/Mara agrees to the new words. Your half is still open/)).toBeTruthy()
    const act = screen.getByRole('link', { name: 'Read it and decide' })
    expect(act.getAttribute('href')).toBe(`/plans/${PLAN}/goals/${GOAL}`)
  })

  it('[AT8] rings for what is new, until it is marked as seen', async () => {
    const { sent } = openHome(lapsed)
    fireEvent.click(await screen.findByRole('button', { name: 'News, 1 new' }))
    fireEvent.click(await screen.findByRole('button', { name: 'I’ve seen these' }))
    const noted = { path: `/api/plans/${PLAN}/seen`, body: { upTo: DAY + 1 } }
    await waitFor(() => expect(sent).toEqual([noted]))
  })

  it('[AC10] says who looked at the record, in which role', async () => {
    openHome()
    expect(await screen.findByText('Nothing waits for you')).toBeTruthy()
    expect(await screen.findByText('Mara Lindqvist read the history of the goals')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'All' }).getAttribute('href')).toBe('/you/record')
  })
})
